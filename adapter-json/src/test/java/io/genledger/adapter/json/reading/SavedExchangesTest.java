package io.genledger.adapter.json.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.testkit.RecordedContents;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which document belongs to which response of a saved HTTP exchange.
 *
 * <p>In the tables, pieces are separated by {@code ;}: {@code OK} is a status line, {@code POST}
 * the first line of a request, {@code id:A} a header with an id, {@code audio} that of a binary
 * body, {@code img1} a body without an id of the cost 1, {@code chatB2} one with the id B and the
 * cost 2, {@code noise} bytes of audio, {@code cut} such a body that was cut off, {@code log} an
 * object of a log, {@code request} the body of a request, {@code blank} a blank line, {@code
 * chunk3} an event without an id. Any other is a line of text.
 */
class SavedExchangesTest {

    @ParameterizedTest
    @CsvSource({
        "OK;id:A;blank;img1, A=1",
        "OK;id:A;blank;chatA1, A=1",
        // Figures of another id are not given to the header's, which is tracked.
        "OK;id:A;blank;chatB2, B=2 A",
        // The id waits for a document with figures, but only one has it.
        "OK;id:A;blank;log;img1, A=1",
        "OK;id:A;blank;log, A",
        "OK;id:A;blank;request;img1, A=1",
        "OK;id:A;blank;img1;img2, A=1",
        "OK;id:A;blank;chatA1;img2, A=1",
        "OK;id:A;blank;chatB2;img1, B=2 A",
        "OK;id:A;blank;chunk3, A=3",
        "OK;id:A;blank;chunk3;img1, A=3",
        "OK;id:A;id:B;blank;img1, A B=1",
        "OK;id:A;OK;id:B;img1, A B=1",
        "OK;id:A;img1;POST;img2, A=1",
        // What was cut off may be the body whose id it is.
        "OK;id:A;blank;cut;img1, A",
        "OK;id:A;blank;some text;img1, A=1",
        "id:A;cut;img1, A",
        "OK;id:A;blank;cut;OK;id:B;blank;img1, A B=1",
        "id:A;cut;id:B;img1, A B=1",
        // A header without a response: before its body.
        "id:A;img1;id:B;img2, A=1 B=2",
        "id:A;blank;img1, A=1",
        "id:A;id:B;img1, A B=1",
        "id:A;chatA1;id:B;img2, A=1 B=2",
        "chatA1;id:B;img2, A=1 B=2",
        "OK;id:A;blank;img1;id:B;img2, A=1 B=2",
        // Behind its body.
        "img1;id:A;img2;id:B, A B",
        "chatA1;id:A;img2;id:B, A=1 B",
        "OK;blank;img1;id:A;img2;id:B, A B",
        // Not directly before a body.
        "id:A;some text;img1, A",
        "id:A;log;img1, A",
        "log;id:A;img1, A",
        "POST;id:A;blank;request;img1, skipped A",
    })
    void givesAnIdToItsOwnBodyOnly(String pieces, String found) throws IOException {
        assertThat(found(pieces)).containsExactlyInAnyOrder(found.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "POST;content;blank;request;OK;id:A;blank;img1, A=1 skipped",
        "POST;content;blank;log;OK;id:A;blank;img1, A=1 skipped",
        // A request without a body does not take what follows.
        "POST;content;blank;chatA1, A=1",
        "POST;content;blank;chatA1;chatB2, A=1 B=2",
        "OK;id:A;audio;blank;noise;chatB2;chatA1, B=2 A=1",
        "OK;id:A;audio;blank;noise;chatB2, B=2 A",
        "OK;audio;blank;noise;OK;id:A;blank;img1, skipped A=1",
        "OK;audio;blank;noise, skipped",
        "OK;audio;blank;noise;chatB2, skipped B=2",
        // The id of speech is no picture's.
        "OK;id:A;audio;blank;noise;img1, A",
        "OK;audio;id:A;blank;noise;log;chatB2, A B=2",
    })
    void dropsNoDocumentOfAnotherExchange(String pieces, String found) throws IOException {
        assertThat(found(pieces)).containsExactlyInAnyOrder(found.split(" "));
    }

    @Test
    void aDeliveryOfBroadcastInASavedRequestIsRead() throws IOException {
        assertThat(Read.text("POST /hook HTTP/1.1\nhost: x\n\n{\"resourceSpans\":[]}\n"))
                .containsExactly("4 skipped broadcast");
    }

    @Test
    void namesTheLineOfTheHeader() throws IOException {
        assertThat(Read.text("\nHTTP/1.1 200 OK\nX-Generation-Id: " + id("A") + "\n\n"))
                .containsExactly("3 to collect " + id("A"));
    }

    /** As nc, mitmproxy and curl --raw save it. */
    @Test
    void saysOnceThatABodyIsRawAndTracksTheIdInItsHeader() throws IOException {
        String start = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Generation-Id: ";
        String body =
                "\r\n\r\n"
                        + "14\r\n"
                        + "{\"id\": \"gen-180885390\r\n"
                        + "32\r\n"
                        + "8-A\", \"usage\": {\"cost\":\r\n"
                        + "6\r\n"
                        + "0.03}}\r\n"
                        + "0\r\n\r\n";
        List<String> found = Read.text(start + id("A") + body);

        assertThat(found).hasSize(2).contains("3 to collect " + id("A"));
        assertThat(found.toString())
                .contains("5 rejected", "found one in chunks, as it was sent: save it decoded");
        String zipped = "HTTP/1.1 200 OK\nContent-Encoding: gzip\nX-Generation-Id: ";
        List<String> packed = Read.text(zipped + id("B") + "\n\n\u001f\ufffd\n\ufffd{\n}\ufffd\n");
        assertThat(packed).hasSize(2).contains("3 to collect " + id("B"));
        assertThat(packed.toString()).contains("found one compressed, as it was sent");
    }

    /** As curl -i saves it. */
    @Test
    void readsADecodedBodyBehindTheHeadersOfAnEncodedOne() throws IOException {
        String headers = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Encoding: gzip\n\n";
        String body =
                "{\"id\":\""
                        + id("A")
                        + "\",\"object\":\"chat.completion\",\"usage\":{\"cost\":2}}\n";

        assertThat(Read.costs(Read.contents(headers + body + "0\n")))
                .containsExactly(id("A") + "=2");
    }

    @Test
    void aBodyWithAnIdOfAnotherShapeHasTheIdInItsHeader() throws IOException {
        RecordedContents contents =
                Read.contents(
                        "HTTP/1.1 200 OK\nX-Generation-Id: "
                                + id("A")
                                + "\n\n"
                                + "{\"id\":\"resp_123\",\"object\":\"response\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2,\"cost\":0.02}}\n");

        assertThat(Read.costs(contents)).containsExactly(id("A") + "=0.02");
        assertThat(contents.all().toString()).doesNotContain("rejected");
    }

    private static List<String> found(String pieces) throws IOException {
        StringBuilder text = new StringBuilder();
        Arrays.stream(pieces.split(";")).forEach(piece -> text.append(text(piece)).append('\n'));
        RecordedContents contents = Read.contents(text.toString());
        List<String> costs = Read.costs(contents);
        return contents.all().stream()
                .filter(found -> !found.matches("\\d+ (rejected|foreign|note) .*"))
                .map(found -> found.substring(found.lastIndexOf(' ') + 1))
                .map(found -> found.startsWith("gen-") ? withCost(found, costs) : "skipped")
                .toList();
    }

    private static String withCost(String id, List<String> costs) {
        String name = id.substring(id.length() - 1);
        return costs.stream()
                .filter(cost -> cost.startsWith(id + "="))
                .findFirst()
                .map(cost -> name + cost.substring(id.length()))
                .orElse(name);
    }

    private static String id(String name) {
        return "gen-1755676927-" + name.repeat(20);
    }

    private static String text(String piece) {
        String end = piece.substring(piece.length() - 1);
        return switch (piece.replaceAll("[A-Z]?[0-9]?$", "")) {
            case "O" -> "HTTP/1.1 200 OK";
            case "POS" -> "POST /api/v1/images HTTP/1.1";
            case "id:" -> "X-Generation-Id: " + id(end);
            case "audio" -> "Content-Type: Audio/mpeg";
            case "content" -> "Content-Type: application/json";
            case "img" -> "{\"data\":[{\"b64_json\":\"AA\"}],\"usage\":{\"cost\":" + end + "}}";
            case "chat" ->
                    "{\"id\":\"%s\",\"object\":\"chat.completion\",\"usage\":{\"cost\":%s}}"
                            .formatted(id(piece.substring(4, 5)), end);
            case "chunk" ->
                    "data: {\"object\":\"chat.completion.chunk\",\"usage\":{\"cost\":%s}}"
                            .formatted(end);
            case "cut" -> "{\"data\":[{\"b64_json\":\"A";
            case "log" -> "{\"text\":\"done\"}";
            case "request" -> "{\"model\":\"a/b\",\"messages\":[]}";
            case "noise" -> "ID3 { \u0001}\n{ \u0002 } x";
            case "blank" -> "";
            default -> piece;
        };
    }
}
