package io.genledger.app.cli.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.Application;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The commands {@code pending}, {@code retry} and {@code forget}, and {@code show --history}. */
class QueueCommandsTest {

    private static final Instant START = Shell.NOW.minus(Duration.ofMinutes(190));
    private static final GenerationId ID = new GenerationId("gen-1");

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));
    private Optional<LedgerDatabase> opened = Optional.empty();
    private Instant now = START;

    @BeforeEach
    void openALedger() {
        shell = new Shell(folder.resolve("ledger.db"));
        opened = Optional.of(LedgerDatabase.open(folder.resolve("ledger.db")));
    }

    @AfterEach
    void closeIt() {
        database().close();
    }

    @Test
    void anEmptyQueueIsSaidToBeEmpty() {
        assertThat(shell.run("pending").out())
                .isEqualTo("The queue is empty: no id waits for its record\n");
        assertThat(shell.run("pending", "--state", "refused").out())
                .isEqualTo("No matching ids in the queue\n");
        assertThat(shell.run("pending", "--json").json().path("ids").asInt()).isZero();
    }

    @Test
    void countsAndListsWhatIsInTheQueue() {
        fillTheQueue();

        assertThat(shell.run("pending").out())
                .isEqualTo(
                        """
                        State     Last outcome  Ids      Oldest  Next due
                        pending   (none)          1   3 h 9 min  now
                        pending   foreign         1   3 h 9 min  in 1 min
                        given-up  not-found       1  3 h 10 min
                        refused   rejected        1   3 h 9 min
                        Ids with quarantined documents: 1; see genledger quarantine list

                        Id     State     Attempts  First seen            Due       Last outcome
                        gen-1  given-up         1  2026-11-23T08:50:00Z            not-found: said not-found (2026-11-23T11:59:00Z)
                        gen-4  pending          0  2026-11-23T08:50:00Z  now
                        gen-3  pending          1  2026-11-23T08:50:00Z  in 1 min  foreign: said foreign (2026-11-23T11:59:00Z)
                        gen-2  refused          1  2026-11-23T08:50:00Z            rejected: said rejected (2026-11-23T11:59:00Z)
                        Not found for long: 1 id; of gen-1: it does not look like an id of OpenRouter, rather of another gateway: forget gen-1
                        """);
    }

    @Test
    void listsNoMoreThanAskedFor() {
        fillTheQueue();

        assertThat(shell.run("pending", "--limit", "1").out())
                .contains("gen-1 ", "… and 3 more")
                .doesNotContain("gen-2");
        assertThat(shell.run("pending", "--limit", "0").out()).doesNotContain("gen-1", "more");
    }

    @ParameterizedTest
    @CsvSource({
        "--state=given-up, gen-1",
        "--state=GIVEN_UP, gen-1",
        "--state=refused, gen-2",
        "--reason=foreign, gen-3",
        "--reason=rejected, gen-2"
    })
    void filters(String filter, String only) {
        fillTheQueue();
        JsonNode json = shell.run("pending", filter, "--json").json();

        assertThat(json.path("ids").asInt()).isEqualTo(1);
        assertThat(json.at("/entries/0/id").asString()).isEqualTo(only);
    }

    @ParameterizedTest
    @CsvSource({
        "pending, --state=odd, 'no state ''odd'': expected pending, claimed, recorded'",
        "pending, --reason=odd, 'no reason ''odd'': expected not-ready'",
        "pending, --limit=-1, '--limit: expected 0 or more, found -1'",
        "retry, --state=given-up, expected either ids or --all",
        "retry, gen-1 --all, expected either ids or --all",
        "retry, gen-1 --state=refused, '--state and --reason go with --all, not with ids'",
        "retry, --all --state=recorded, '--state: expected pending, given-up or refused'",
        "forget, '', 'Missing required parameter: ''ID'''",
        "show, gen-1 --quarantine --json, --json cannot be combined with --wire and --quarantine"
    })
    void refusesWhatCannotBeMeant(String command, String arguments, String message) {
        Shell.Result refused = shell.run((command + " " + arguments).strip().split(" ", -1));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains(message);
    }

    @Test
    void printsTheSameForMachines() {
        fillTheQueue();
        JsonNode json = shell.run("pending", "--json").json();

        assertThat(json.path("ids").asInt()).isEqualTo(4);
        assertThat(json.path("quarantinedIds").asInt()).isEqualTo(1);
        assertThat(json.at("/totals/0/reason").isNull()).isTrue();
        assertThat(json.at("/totals/2/state").asString()).isEqualTo("given-up");
        assertThat(json.at("/totals/2/nextDue").isNull()).isTrue();
        assertThat(json.at("/entries/0/attempts").asInt()).isEqualTo(1);
        assertThat(json.at("/entries/0/lastOutcome/reason").asString()).isEqualTo("not-found");
        assertThat(json.at("/entries/0/lastOutcome/message").asString())
                .isEqualTo("said not-found");
        assertThat(json.at("/entries/0/firstSeen").asString())
                .isEqualTo("2026-11-23T08:50:00.000Z");
    }

    @Test
    void retriesWhatIsNamedAndNamesWhatIsNot() {
        fillTheQueue();
        Shell.Result retried = shell.run("retry", "gen-1", "gen-9");

        assertThat(retried.out()).isEqualTo("1 due now\n");
        assertThat(retried.err()).contains("gen-9 is not in the queue");
        assertThat(retried.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(database().pending().backlog(Shell.NOW).givenUp()).isZero();
    }

    @Test
    void whatIsClaimedIsNotSaidToBeDue() {
        track(ID);
        assertThat(database().claims().claim(1, Shell.NOW, Duration.ofMinutes(1))).hasSize(1);
        Shell.Result retried = shell.run("retry", "gen-1", "--json");

        assertThat(retried.json().path("requeued").asInt()).isZero();
        assertThat(retried.json().at("/claimed/0").asString()).isEqualTo("gen-1");
        assertThat(retried.err()).contains("gen-1 is claimed by a run");
        assertThat(retried.exitCode()).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void trackingAgainRequeuesNothing() {
        fillTheQueue();

        assertThat(shell.run("track", "--literal", "gen-1", "gen-2", "gen-4").out())
                .isEqualTo(
                        "0 added, 1 already pending, 0 already recorded, 2 given up or refused"
                                + " before\n");
        assertThat(
                        shell.run("track", "--literal", "gen-1", "--json")
                                .json()
                                .path("givenUp")
                                .asInt())
                .isEqualTo(1);
        assertThat(database().pending().backlog(Shell.NOW).givenUp()).isEqualTo(1);
    }

    @Test
    void retriesAllThatEnded() {
        fillTheQueue();
        Shell.Result retried = shell.run("retry", "--all", "--json");

        assertThat(retried.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(retried.json().path("requeued").asInt()).isEqualTo(2);
        assertThat(database().pending().backlog(Shell.NOW.plusSeconds(1)).due()).isEqualTo(3);
    }

    @Test
    void retriesAllOfAReason() {
        fillTheQueue();

        assertThat(shell.run("retry", "--all", "--reason", "foreign").out())
                .isEqualTo("1 due now\n");
    }

    @Test
    void forgetsWhatIsNamedAndNamesWhatIsNot() {
        fillTheQueue();
        Shell.Result forgotten = shell.run("forget", "gen-1", "gen-9", "--json");

        assertThat(forgotten.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(forgotten.json().path("forgotten").asInt()).isEqualTo(1);
        assertThat(forgotten.json().at("/notInQueue/0").asString()).isEqualTo("gen-9");
        assertThat(shell.run("forget", "gen-1").exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.run("forget", "gen-2").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.run("show", "gen-1", "--history").out())
                .contains("given up after 1 request: not-found: said not-found")
                .contains("forgotten after 1 request")
                .endsWith("Now: no record\n");
    }

    @Test
    void tellsTheHistoryOfARecord() {
        track(ID);
        settle(claim ->
                new Settlement.Deferred(claim, now.plusSeconds(30), said(Reason.NOT_READY)));
        settle(claim -> recorded(claim, "0.01"));
        var unused =
                database().refreshQueue().enqueue(Duration.ofSeconds(1), 9, now.plusSeconds(60));
        settle(claim -> recorded(claim, "0.02"));

        assertThat(shell.run("show", "gen-1", "--history").out())
                .isEqualTo(
                        """
                        gen-1

                        2026-11-23T08:50:00Z  tracked
                        2026-11-23T08:51:00Z  1 request without a record: not-ready: said not-ready
                        2026-11-23T08:52:00Z  recorded after 2 requests
                        2026-11-23T08:53:00Z  due for a refresh
                        2026-11-23T08:53:00Z  corrected: revision 2
                                                usage       0.01 -> 0.02
                                                total_cost  0.01 -> 0.02

                        Now: recorded; revision 2
                        """);
        JsonNode json = shell.run("show", "gen-1", "--history", "--json").json();
        assertThat(json.at("/entry/state").asString()).isEqualTo("recorded");
        assertThat(json.at("/steps/1/outcome/reason").asString()).isEqualTo("not-ready");
        assertThat(json.at("/steps/4/changes/0/after").asString()).isEqualTo("0.02");
    }

    @Test
    void showsWhatWasKeptAsideByteForByte() {
        fillTheQueue();

        assertThat(shell.run("show", "gen-3", "--history").out())
                .contains("quarantined document 1, 7 bytes that came once: foreign: said foreign")
                .contains("Now: pending, due in 1 min; no record");
        assertThat(shell.run("show", "gen-3", "--quarantine").out()).isEqualTo("garbage");
        assertThat(shell.run("show", "gen-1", "--quarantine"))
                .satisfies(none -> {
                    assertThat(none.exitCode()).isEqualTo(ExitCode.REJECTED);
                    assertThat(none.err()).contains("no document of gen-1 is quarantined");
                });
    }

    @Test
    void tellsHowLongAClaimLasts() {
        track(ID);
        var unused = database().claims().claim(1, Shell.NOW, Duration.ofMinutes(3));

        assertThat(shell.run("show", "gen-1", "--history").out())
                .endsWith("Now: claimed, lease ends in 3 min; no record\n");
        assertThat(shell.run("pending").out()).contains("lease ends in 3 min");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gen-1 | given-up      | gen-1: tracked at 2026-11-23T08:50:00Z, requested 1 time and given up (not-found: said not-found); it does not look like an id of OpenRouter, rather of another gateway: forget gen-1; to try again: retry gen-1
                    gen-2 | refused       | gen-2: tracked at 2026-11-23T08:50:00Z, requested 1 time and refused by OpenRouter (rejected: said rejected); to try again: retry gen-2
                    gen-3 | failed        | gen-3: tracked at 2026-11-23T08:50:00Z, requested 1 time, without success (foreign: said foreign); next try at 2026-11-23T12:01:00Z (in 1 min): run collect again, or collect --wait
                    gen-4 | not-requested | gen-4: tracked at 2026-11-23T08:50:00Z and not requested yet: run collect, or collect --wait
                    gen-5 | not-ready     | gen-5: tracked at 2026-11-23T11:59:00Z, requested 1 time; OpenRouter has no record yet; in most cases it is ready within 18 s of the completion; next try at 2026-11-23T12:00:06Z (in 6 s): run collect again, or collect --wait
                    gen-6 | claimed       | gen-6: tracked at 2026-11-23T11:59:00Z; a run of collect requests it now (lease ends in 3 min)
                    gen-9 | not-tracked   | the ledger does not hold gen-9; track it, then collect
                    """)
    void showAndWhyGiveOneAnswerForAnIdWithoutRecord(String id, String code, String sentence) {
        fillTheQueue();
        track(new GenerationId("gen-5"));
        track(new GenerationId("gen-6"));
        settleNotReady(new GenerationId("gen-5"));
        claimOnly(new GenerationId("gen-6"));
        Shell.Result why = shell.run("why", id);
        Shell.Result json = shell.run("why", id, "--json");

        assertThat(why.err()).isEqualTo("genledger: " + sentence + "\n");
        assertThat(why.out()).isEmpty();
        assertThat(why.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.run("show", id).err()).isEqualTo(why.err());
        assertThat(shell.run("show", id, "--wire").err()).isEqualTo(why.err());
        assertThat(json.json().path("code").asString()).isEqualTo(code);
        assertThat(json.json().path("id").asString()).isEqualTo(id);
        assertThat(json.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(shell.run("show", id, "--json").out()).isEqualTo(json.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gen-1795424400-7WlHzIQWGoPWoKYj3Arf     | other-account | of another key or account, or of a reseller
                    gen-emb-1795424400-7WlHzIQWGoPWoKYj3Arf | other-account | (kind emb)
                    gen_01KXJ8AVF6EP0MWE7E93T5HXB5          | other-gateway | rather of another gateway
                    """)
    void saysWhyAnOldIdIsProbablyNotFound(String id, String cause, String words) {
        now = Shell.NOW.minus(Duration.ofHours(3));
        track(new GenerationId(id));
        now = Shell.NOW.minusSeconds(120);
        settle(claim -> new Settlement.Deferred(claim, now.plusSeconds(6), notReady()));

        assertThat(shell.run("why", id).err()).contains(words);
        assertThat(shell.run("show", id).err()).contains(words, "forget " + id);
        assertThat(shell.run("pending").out()).contains("Not found for long: 1 id; of " + id);
        assertThat(shell.run("pending", "--json").json().at("/entries/0/notFound").asString())
                .isEqualTo(cause);
    }

    @Test
    void saysThatAnOldIdIsProbablyShortened() {
        now = Shell.NOW.minus(Duration.ofHours(3));
        track(new GenerationId("gen-1795424400"));
        now = Shell.NOW.minusSeconds(120);
        settle(claim -> new Settlement.GivenUp(claim, said(Reason.NOT_FOUND)));

        assertThat(shell.run("pending").out())
                .contains("forget --literal gen-1795424400, and track the whole id");
        assertThat(shell.run("forget", "--literal", "gen-1795424400").exitCode()).isZero();
    }

    @Test
    void aYoungIdIsOnlyNotReady() {
        track(new GenerationId("gen-1795434900-7WlHzIQWGoPWoKYj3Arf"));
        now = Shell.NOW.minusSeconds(120);
        settle(claim -> new Settlement.Deferred(claim, now.plusSeconds(6), notReady()));

        assertThat(shell.run("why", "gen-1795434900-7WlHzIQWGoPWoKYj3Arf").err())
                .contains("in most cases it is ready within 18 s");
        assertThat(shell.run("pending").out()).doesNotContain("Not found for long");
        assertThat(shell.run("pending", "--json").json().at("/entries/0/notFound").isNull())
                .isTrue();
    }

    private AttemptOutcome notReady() {
        return AttemptOutcome.of(now, Reason.NOT_READY, "404");
    }

    @Test
    void anIdThatWasRequeuedIsNotCalledFailed() {
        fillTheQueue();
        shell.run("retry", "gen-1");

        assertThat(shell.run("show", "gen-1").err())
                .isEqualTo(
                        "genledger: gen-1: tracked at 2026-11-23T08:50:00Z, requeued and not"
                                + " requested since: run collect, or collect --wait\n");
        assertThat(shell.run("why", "gen-1", "--json").json().path("code").asString())
                .isEqualTo("not-requested");
    }

    @Test
    void whatIsOverdueIsDueNow() {
        track(ID);
        settle(claim -> new Settlement.Deferred(claim, now.plusSeconds(6), said(Reason.NOT_READY)));

        assertThat(shell.run("why", "gen-1").err())
                .endsWith("of the completion; due now: run collect again, or collect --wait\n");
    }

    @Test
    void anUnknownIdHasNoHistory() {
        assertThat(shell.run("show", "gen-9", "--history").exitCode()).isEqualTo(ExitCode.REJECTED);
    }

    /** 1 given up, 2 refused, 3 with a foreign answer, 4 new. */
    private void fillTheQueue() {
        for (int number = 1; number <= 4; number++) {
            track(new GenerationId("gen-" + number));
        }
        now = Shell.NOW.minusSeconds(60);
        settleOne(claim -> new Settlement.GivenUp(claim, said(Reason.NOT_FOUND)));
        settleOne(claim -> new Settlement.Refused(claim, said(Reason.REJECTED)));
        settleOne(claim ->
                new Settlement.Quarantined(
                        claim,
                        Shell.NOW.plusSeconds(60),
                        said(Reason.FOREIGN),
                        new MetadataDocument(
                                Optional.of(claim.id()),
                                "garbage".getBytes(StandardCharsets.UTF_8),
                                now)));
    }

    private LedgerDatabase database() {
        return opened.orElseThrow();
    }

    private void track(GenerationId id) {
        var unused = database().pending().track(Set.of(id), now);
        now = now.plusMillis(1);
    }

    private void settle(Function<Claim, Settlement> settlement) {
        now = now.plusSeconds(60);
        settleOne(settlement);
    }

    private void settleOne(Function<Claim, Settlement> settlement) {
        List<Claim> claims = database().claims().claim(1, now, Duration.ofMinutes(1));
        List<SettlementResult> settled =
                database().claims().settle(claims.stream().map(settlement).toList());
        assertThat(settled).hasSize(1).doesNotContain(SettlementResult.LOST);
    }

    /** Claims the other ids, too, and releases them. */
    private void settleNotReady(GenerationId id) {
        settleAll(claim ->
                claim.id().equals(id)
                        ? new Settlement.Deferred(
                                claim, Shell.NOW.plusSeconds(6), said(Reason.NOT_READY))
                        : new Settlement.Released(claim));
    }

    private void claimOnly(GenerationId id) {
        List<Claim> claims = database().claims().claim(9, Shell.NOW, Duration.ofMinutes(3));
        var unused =
                database()
                        .claims()
                        .settle(
                                claims.stream()
                                        .filter(claim -> !claim.id().equals(id))
                                        .<Settlement>map(Settlement.Released::new)
                                        .toList());
    }

    private void settleAll(Function<Claim, Settlement> settlement) {
        List<Claim> claims = database().claims().claim(9, now, Duration.ofMinutes(1));
        List<SettlementResult> settled =
                database().claims().settle(claims.stream().map(settlement).toList());
        assertThat(settled).isNotEmpty().doesNotContain(SettlementResult.LOST);
    }

    private AttemptOutcome said(Reason reason) {
        return AttemptOutcome.of(now, reason, "said " + reason);
    }

    private Settlement recorded(Claim claim, String usage) {
        byte[] body =
                "{\"data\":{\"id\":\"gen-1\",\"usage\":%1$s,\"total_cost\":%1$s}}"
                        .formatted(usage)
                        .getBytes(StandardCharsets.UTF_8);
        MetadataDocument document = new MetadataDocument(Optional.of(ID), body, now);
        return new Settlement.Recorded(
                claim,
                new Recording(LedgerEntry.of(Application.decoder().decode(document)), document));
    }
}
