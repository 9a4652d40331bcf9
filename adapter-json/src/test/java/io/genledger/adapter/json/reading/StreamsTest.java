package io.genledger.adapter.json.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.testkit.RecordedContents;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To which streams figures belong. */
class StreamsTest {

    private static final String A = id('A');
    private static final String DONE = "data: [DONE]\n";

    /** An id of OpenRouter's for each letter. */
    private static String id(char letter) {
        return "gen-1755676927-" + String.valueOf(letter).repeat(20);
    }

    /**
     * In the tables, a capital letter is the beginning of its message, the small letter its figures
     * with the letter's place in the alphabet as cost, and {@code .} an end. On the right are the
     * messages with the cost that is found, in any order.
     */
    @ParameterizedTest
    @CsvSource({
        // One after the other.
        "Aa.Bb., A1 B2",
        "AaBb, A1 B2",
        "Aaa., A1",
        "AaB.b., A1 B2",
        "AB, A? B?",
        // A was cut: it cannot be told from B, but from the later ones.
        "ABb.Cc.Dd., A? B? C3 D4",
        "ABbCcDd, A? B? C3 D4",
        "ABb.C, A? B? C?",
        "ABb.CDd.Ee.Ff., A? B? C? D? E5 F6",
        "Aa.BCc.Dd., A1 B? C? D4",
        // A and B are interleaved, and complete.
        "ABa.b.Cc., A? B? C3",
        "ABab..Cc., A? B? C3",
        // B is late: its figures come while C is open, those of C when D is, and so on.
        "ABa.Cb.c., A? B? C?",
        "ABa.Cbc.., A? B? C?",
        "ABa.Cb.Dc.d.Ee., A? B? C? D? E5",
        "ABa.C.c., A? B? C3",
    })
    void givesFiguresToTheirMessageOnly(String events, String costs) throws IOException {
        StringBuilder log = new StringBuilder();
        events.chars().forEach(event -> log.append(message((char) event)));
        RecordedContents contents = Read.contents(log.toString());

        assertThat(Read.costs(contents))
                .containsExactlyInAnyOrder(
                        Arrays.stream(costs.split(" "))
                                .map(cost -> id(cost.charAt(0)) + "=" + cost.substring(1))
                                .toArray(String[]::new));
        assertThat(contents.rejectedText()).isEmpty();
    }

    private static String message(char event) {
        if (event == '.') {
            return "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
        }
        return Character.isUpperCase(event)
                ? "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"%s\",\"usage\":{\"input_tokens\":1}}}\n\n"
                        .formatted(id(event))
                : "event: message_delta\ndata: {\"type\":\"message_delta\",\"usage\":{\"output_tokens\":2,\"cost\":%d}}\n\n"
                        .formatted(event - 'a' + 1);
    }

    /** Figures without a message do not take the figures of a hundred complete ones away. */
    @Test
    void manyMessagesBehindACutOneAreCertain() throws IOException {
        int messages = 150;
        StringBuilder log = new StringBuilder(message('A') + message('B') + message('b'));
        for (int i = 0; i < messages; i++) {
            log.append(message('C').replace(id('C'), numbered(i))).append(message('c'));
            log.append(message('.'));
        }
        RecordedContents contents = Read.contents(log + message('d'));

        assertThat(contents.generations().stream().map(found -> found.charges().usage()))
                .hasSize(messages + 2)
                .filteredOn(Optional::isEmpty)
                .hasSize(2);
        assertThat(contents.rejectedText()).contains("\"cost\":4");
    }

    @Test
    void aMessageThatIsLoggedTwiceBehindACutOneKeepsItsFigures() throws IOException {
        StringBuilder log = new StringBuilder();
        "ABb.Cc.Cc.".chars().forEach(event -> log.append(message((char) event)));

        assertThat(new HashSet<>(Read.costs(Read.contents(log.toString()))))
                .containsExactlyInAnyOrder(id('A') + "=?", id('B') + "=?", id('C') + "=3");
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
