package io.genledger.adapter.json.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.testkit.RecordedContents;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To which streams figures belong. */
class StreamsTest {

    private static final String A = id('A');
    private static final String DONE = "data: [DONE]\n";

    /** An id of OpenRouter's for each letter. */
    private static String id(char letter) {
        return "gen-1755676927-" + String.valueOf(letter).repeat(20);
    }

    /**
     * In the table, a capital letter is the beginning of its message, the small letter its figures
     * with the letter's place in the alphabet as cost, and {@code .} an end. Behind it are the
     * messages with the cost that is found, in any order: where each prompt has its own number of
     * tokens, and, if that differs, where the first event of a message does not state them.
     */
    @ParameterizedTest
    @CsvSource({
        // One after the other.
        "Aa.Bb., A1 B2,",
        "AaBb, A1 B2,",
        "Aaa., A1,",
        "AaB.b., A1 B2,",
        "AB, A? B?,",
        "A.Bb., A? B2,",
        // A was cut: without tokens it cannot be told from B, nor B from the later ones.
        "ABb., A? B2, A? B?",
        "ABb.Cc.Dd., A? B2 C3 D4, A? B? C? D?",
        "ABbCcDd, A? B2 C3 D4, A? B? C? D?",
        "ABbb.Cc., A? B2 C3, A? B? C3",
        "ABb.C, A? B2 C?, A? B? C?",
        "ABb.CDd.Ee.Ff., A? B2 C? D4 E5 F6, A? B? C? D? E? F?",
        "Aa.BCc.Dd., A1 B? C3 D4, A1 B? C? D?",
        "ABb.Cc.Cc., A? B2 C3, A? B? C?",
        // A and B are interleaved, and complete.
        "ABa.b.Cc., A1 B2 C3, A? B? C3",
        "ABab..Cc., A1 B2 C3, A? B? C3",
        // B is late: its figures come while C is open, those of C when D is, and so on.
        "ABa.Cb.c., A1 B2 C3, A? B? C?",
        "ABa.Cbc.., A1 B2 C3, A? B? C?",
        "ABa.Cb.Dc.d.Ee., A1 B2 C3 D4 E5, A? B? C? D? E5",
        "ABa.C.c., A1 B? C3, A? B? C?",
        // The last one of such a chain was cut.
        "ABa.Cb., A1 B2 C?, A? B? C?",
        "ABa.Cb.Dc., A1 B2 C3 D?, A? B? C? D?",
    })
    void givesFiguresToTheirMessageOnly(
            String events, String costs, @Nullable String costsWithoutTokens) throws IOException {
        assertThat(costs(events, true)).containsExactlyInAnyOrder(costs.split(" "));
        assertThat(costs(events, false))
                .containsExactlyInAnyOrder(
                        (costsWithoutTokens == null ? costs : costsWithoutTokens).split(" "));
    }

    private static List<String> costs(String events, boolean withTokens) throws IOException {
        StringBuilder log = new StringBuilder();
        events.chars().forEach(event -> log.append(message((char) event, withTokens)));
        RecordedContents contents = Read.contents(log.toString());

        assertThat(contents.rejectedText()).isEmpty();
        return Read.costs(contents).stream()
                .map(cost -> cost.charAt(A.length() - 1) + cost.substring(A.length() + 1))
                .distinct()
                .toList();
    }

    private static String message(char event, boolean withTokens) {
        if (event == '.') {
            return "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
        }
        int number = Character.toLowerCase(event) - 'a' + 1;
        return Character.isUpperCase(event)
                ? "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"%s\",\"usage\":{\"input_tokens\":%d,\"cache_read_input_tokens\":0}}}\n\n"
                        .formatted(id(event), withTokens ? number : 0)
                : "event: message_delta\ndata: {\"type\":\"message_delta\",\"usage\":{\"input_tokens\":%1$d,\"cache_read_input_tokens\":0,\"output_tokens\":2,\"cost\":%1$d}}\n\n"
                        .formatted(number);
    }

    /** The beginning of a message was damaged, between those of others: A is complete or cut. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void figuresBehindAnUnreadableBeginningAreNotThoseOfAnOpenMessage(
            boolean withTokens, boolean hasId) throws IOException {
        String cut = message('B', withTokens).replaceFirst(hasId ? ",\"usage.*" : "type\":.*", "");
        String log = message('A', withTokens) + cut + message('b', true) + message('.', true);
        RecordedContents contents = Read.contents(log);

        assertThat(Read.costs(contents)).containsExactly(id('A') + "=?");
        assertThat(contents.all())
                .filteredOn(found -> found.contains("rejected"))
                .singleElement()
                .asString()
                .contains("found the end of its line");
        assertThat(contents.all())
                .filteredOn(found -> found.endsWith("to collect " + id('B')))
                .hasSize(hasId ? 1 : 0);
    }

    @Test
    void figuresOfAShorterPromptBelongToNoMessage() throws IOException {
        RecordedContents contents =
                Read.contents(message('B', true) + message('a', true) + message('b', true));

        assertThat(Read.costs(contents)).containsExactly(id('B') + "=2");
        assertThat(contents.all())
                .filteredOn(found -> found.contains("rejected"))
                .singleElement()
                .asString()
                .contains("the event message_start with the id before these figures");
    }

    @Test
    void toolsOfTheServerLengthenAPrompt() throws IOException {
        assertThat(Read.costs(Read.contents(message('A', true) + message('b', true))))
                .containsExactly(id('A') + "=2");
    }

    @Test
    void messagesWithTheSamePromptCannotBeTold() throws IOException {
        String log = message('A', true) + message('B', true).replace(":2,", ":1,");

        assertThat(Read.costs(Read.contents(log + message('a', true))))
                .containsExactlyInAnyOrder(id('A') + "=?", id('B') + "=?");
    }

    /**
     * Two programs that write to one log begin their next message when theirs has ended, while that
     * of the other one is open.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyOverlappingMessagesHaveTheirOwnFigures(boolean withTokens) throws IOException {
        int messages = 1_500;
        StringBuilder log = new StringBuilder(overlapping(0, 'A', withTokens));
        for (int i = 1; i <= messages; i++) {
            log.append(overlapping(i, 'A', withTokens)).append(overlapping(i - 1, 'a', true));
            log.append(message('.', true));
        }
        RecordedContents contents = Read.contents(log.toString());

        assertThat(contents.rejectedText()).isEmpty();
        assertThat(new HashSet<>(Read.costs(contents)))
                .hasSize(messages + 1)
                .allSatisfy(cost ->
                        assertThat(cost)
                                .matches(
                                        withTokens && !cost.contains("1500=")
                                                ? "gen-1755676927-0*([0-9]+)=\\1"
                                                : ".*=\\?"));
    }

    private static String overlapping(int number, char event, boolean withTokens) {
        return message(event, withTokens)
                .replace(id('A'), numbered(number))
                .replace("input_tokens\":1,", "input_tokens\":%d,".formatted(number + 1))
                .replace("\"cost\":1}", "\"cost\":%d}".formatted(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"usage\":{\"cost\":1,\"prompt_tokens\":3}` | `\"usage\":{\"prompt_tokens\":4}` |"
                        + " 1",
                "`\"usage\":{\"cost\":1}` | `\"usage\":{\"cost\":null,\"prompt_tokens\":4}` | 1",
                "`\"usage\":{\"prompt_tokens\":4}` | `\"usage\":{\"cost\":2}` | 2",
                "`\"usage\":{\"cost\":1}` | `\"usage\":{\"cost\":2}` | 2",
                "`\"usage\":{\"prompt_tokens\":3}` | `\"usage\":{\"prompt_tokens\":4}` | ?",
            })
    void usageWithoutCostDoesNotReplaceACost(String first, String second, String cost)
            throws IOException {
        String log = chunk(A, "") + chunk(A, ',' + first) + chunk(A, ',' + second) + DONE;

        assertThat(Read.costs(Read.contents(log))).containsExactly(A + "=" + cost);
    }

    @Test
    void aThousandInterleavedStreamsAreOneGenerationEach() throws IOException {
        int streams = 1_500;
        StringBuilder log = new StringBuilder();
        for (String rest : new String[] {",\"model\":\"a/b\"", "", ",\"usage\":{\"cost\":1}"}) {
            for (int i = 0; i < streams; i++) {
                log.append(chunk(numbered(i), rest));
            }
        }
        RecordedContents contents = Read.contents(log.toString());

        assertThat(contents.generations()).hasSize(streams);
        assertThat(contents.generations())
                .allSatisfy(generation -> {
                    assertThat(generation.charges().usage()).isPresent();
                    assertThat(generation.routing().model()).isPresent();
                });
        assertThat(contents.all()).noneMatch(found -> found.contains("to collect"));
    }

    /** Beyond the bound, streams of unknown spend are given up last. */
    @Test
    void passesOnTheStreamsWithFiguresFirst() throws IOException {
        String model = ",\"model\":\"" + "x".repeat(3_000) + '"';
        StringBuilder log = new StringBuilder(chunk(A, ",\"model\":\"a/b\""));
        int streams = 6_000;
        for (int i = 0; i < streams; i++) {
            log.append(chunk(numbered(i), model + ",\"usage\":{\"cost\":1}"));
        }
        log.append(chunk(A, ",\"usage\":{\"cost\":1}"));
        RecordedContents contents = Read.contents(log.toString());

        assertThat(contents.generations().stream().map(found -> found.id().value()))
                .containsOnlyOnce(A)
                .hasSize(streams + 1);
    }

    private static String numbered(int stream) {
        return String.format(Locale.ROOT, "gen-1755676927-%020d", stream);
    }

    private static String chunk(String id, String rest) {
        return "data: {\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"choices\":[]%s}\n\n"
                .formatted(id, rest);
    }
}
