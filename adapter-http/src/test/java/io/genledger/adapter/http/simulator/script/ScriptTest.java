package io.genledger.adapter.http.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   # only a comment",
                "reset",
                "  status   503   retry-after   date   2s   when   1%   # why",
                "status 429 retry-after 0s when 0.0001%",
                "status 500 when 100%",
                "status 299",
                "page",
                "page 502 when ids 3%",
                "redirect https://example.org/#there",
                "huge 20",
                "huge 1GiB",
                "ready recorded",
                "ready recorded faster 10 when ids 98%",
                "ready 1m..5m",
                "ready 2s",
                "ready 0s..10s faster 2",
                "limit 1 per 1ms",
                "limit 20 per 10s retry-after date when requests 1..",
                "late 0ms",
                "late 20ms..80ms",
                "trickle 1ms",
                "truncate 0",
                "reset-after 1KiB",
                "stall-after 10",
                "type application/octet-stream",
                "other-id when id gen-1",
                "not-found when key sk-or-acme and id gen-1",
                "corrected when time 1h..",
                "silence when attempts 1 and requests 1..2 of 3 and time 0s..1s of 1m",
                "not-found when time 0s..1000d"
            })
    void acceptsWellFormedScripts(String script) {
        assertThat(Script.parse("s", script)).isNotNull();
    }

    @Test
    void aKeyIsRefusedWhileOthersAreAccepted() {
        Behaviour behaviour =
                Script.parse("s", "status 401 when key acme")
                        .over(Behaviours.notFound(), new SeededRandom(1));

        assertThat(behaviour.to(Requests.with("acme"))).extracting("status").isEqualTo(401);
        assertThat(behaviour.to(Requests.with("beta"))).extracting("status").isEqualTo(404);
    }

    @Test
    void aByteOrderMarkIsIgnored() {
        assertThat(Script.parse("s", "\ufeffstatus 500\r\nreset\r\n")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reset When 1%              | found 'When', expected 'when' or the end of the line",
                "stat 500                   | found 'stat', expected corrected, huge, "
                        + "late, limit, not-found, other-id, page, ready, redirect, reset, "
                        + "reset-after, silence, stall-after, status, trickle, truncate, type",
                "status                     | found the end of the line, expected an "
                        + "HTTP status from 200 to 599",
                "status 99                  | found '99', expected an HTTP status from 200 to 599",
                "status 600                 | found '600', expected an HTTP status from 200 to 599",
                "status 500 sometimes | found 'sometimes', expected 'retry-after', "
                        + "'when' or the end of the line",
                "status 503 retry-afer 2s | found 'retry-afer', expected 'retry-after', "
                        + "'when' or the end of the line",
                "truncate 5 x | found 'x', expected 'when' or the end of the line",
                "reset when requests 1..2 x | found 'x', expected 'of', 'and' or the end "
                        + "of the line",
                "status 503 retry-after     | found the end of the line, expected a "
                        + "duration such as 250ms, 2s, 5m, 1h, up to 1000d",
                "status 503 retry-after 2   | found '2', expected a duration such as "
                        + "250ms, 2s, 5m, 1h, up to 1000d",
                "late -1s                   | found '-1s', expected a duration such as "
                        + "2s, or a range such as 20ms..80ms",
                "late 80ms..20ms            | found '80ms..20ms', expected a duration "
                        + "such as 2s, or a range such as 20ms..80ms",
                "late 2s..                  | found '2s..', expected a duration such as "
                        + "2s, or a range such as 20ms..80ms",
                "late 1001d                 | found '1001d', expected a duration such as "
                        + "2s, or a range such as 20ms..80ms",
                "trickle 0s                 | found '0s', expected a duration such as "
                        + "250ms, 2s, 5m, 1h, up to 1000d",
                "truncate                   | found the end of the line, expected a "
                        + "number of bytes such as 200, 64KiB or 2MiB, up to 1GiB",
                "truncate 2GiB              | found '2GiB', expected a number of bytes "
                        + "such as 200, 64KiB or 2MiB, up to 1GiB",
                "truncate 9999999999GiB     | found '9999999999GiB', expected a number "
                        + "of bytes such as 200, 64KiB or 2MiB, up to 1GiB",
                "huge 19                    | found '19', expected a number of bytes "
                        + "such as 200, 64KiB or 2MiB, up to 1GiB, from 20",
                "redirect /here             | found '/here', expected a URL such as "
                        + "https://example.org/",
                "redirect ht!tp://x         | found 'ht!tp://x', expected a URL such as "
                        + "https://example.org/",
                "ready                      | found the end of the line, expected "
                        + "'recorded', a duration such as 2s, or a range such as 20ms..80ms",
                "ready recorded faster 0    | found '0', expected a whole number from 1 "
                        + "to 999999999",
                "limit 0 per 1s             | found '0', expected a whole number from 1 "
                        + "to 999999999",
                "limit 5 1s                 | found '1s', expected 'per'",
                "limit 5 per 0s             | found '0s', expected a duration such as "
                        + "250ms, 2s, 5m, 1h, up to 1000d",
                "limit 5 per 1s retry-after 2s | found '2s', expected 'seconds' or 'date'",
                "reset when requests 21..30 of 20 | found '20', expected a whole number "
                        + "from 30, the end of the range, up to 999999999",
                "reset when time 0s..5s of 1s | found '1s', expected a duration not "
                        + "shorter than the end of the time range",
                "reset when                 | found the end of the line, expected a condition: N%,"
                        + " ids N%, id ID, key TOKEN, attempts N..N, requests N..N or time D..D",
                "reset when 101%            | found '101%', expected a condition: N%, "
                        + "ids N%, id ID, key TOKEN, attempts N..N, requests N..N or time D..D",
                "reset when 0.00001%        | found '0.00001%', expected a condition: "
                        + "N%, ids N%, id ID, key TOKEN, attempts N..N, requests N..N or "
                        + "time D..D",
                "reset when ids 5           | found '5', expected a percentage such as "
                        + "5% or 0.01%, up to 100%",
                "reset when 1% or 2%        | found 'or', expected 'and' or the end of the line",
                "reset when attempts 0      | found '0', expected a number such as 3, or "
                        + "a range such as 1..3 or 500..",
                "reset when attempts 3..1   | found '3..1', expected a number such as 3, "
                        + "or a range such as 1..3 or 500..",
                "reset when requests ..3    | found '..3', expected a number such as 3, "
                        + "or a range such as 1..3 or 500..",
                "reset when requests 1..2 of | found the end of the line, expected a "
                        + "whole number from 2, the end of the range, up to 999999999",
                "reset when time 5s         | found '5s', expected a time range such as "
                        + "10s..15s or 10s..",
                "reset when time 5s..6s of 0s | found '0s', expected a duration not "
                        + "shorter than the end of the time range"
            })
    void statesTheLineWhatWasFoundAndWhatWasExpected(String line, String message) {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> Script.parse("bad-day.txt", "\n# first\n" + line + "\nreset"))
                .withMessage("bad-day.txt:3: " + message);
    }

    @Test
    void anEmptyScriptChangesNothing() {
        Reply reply = Reply.reset();

        assertThat(Script.empty().over(Behaviours.always(reply), new SeededRandom(1)))
                .extracting(behaviour -> behaviour.to(Requests.first("gen-1")))
                .isSameAs(reply);
    }

    @Test
    void aScriptCanBePlacedAboveAnother() {
        Script script =
                Script.parse("top", "page when attempts 1").then(Script.parse("below", "reset"));
        Reply first =
                script.over(Behaviours.notFound(), new SeededRandom(1)).to(Requests.first("gen-1"));
        Reply second =
                script.over(Behaviours.notFound(), new SeededRandom(1))
                        .to(Requests.nth("gen-1", 2));

        assertThat(first).isNotEqualTo(Reply.reset());
        assertThat(second).isEqualTo(Reply.reset());
    }

    @Test
    void anotherSeedAffectsOtherRequests() {
        Script script = Script.parse("s", "reset when 50%");

        assertThat(resetsWith(script, 1)).isEqualTo(resetsWith(script, 1));
        assertThat(resetsWith(script, 1)).isNotEqualTo(resetsWith(script, 2));
    }

    @Test
    void commentsDoNotAffectRandomDecisions() {
        assertThat(resetsWith(Script.parse("s", "\n# say\nreset when 50% # that"), 1))
                .isEqualTo(resetsWith(Script.parse("s", "reset when 50%"), 1));
    }

    private static String resetsWith(Script script, long seed) {
        StringBuilder resets = new StringBuilder();
        for (int nth = 1; nth <= 64; nth++) {
            Reply reply =
                    script.over(Behaviours.notFound(), new SeededRandom(seed))
                            .to(Requests.nth("gen-1", nth));
            resets.append(reply.equals(Reply.reset()) ? 'x' : '.');
        }
        return resets.toString();
    }
}
