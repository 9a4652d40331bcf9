package io.genledger.adapter.json.har;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarReaderTest {

    private static final String ID = "gen-1790606294-sdYHTGXUVyDKWCLqX5Op";
    private static final String BODY = "{\"id\":\"" + ID + "\",\"usage\":{\"cost\":0.5}}";
    private static final String API = "https://openrouter.ai/api/v1/chat/completions";

    /** Writes down what it receives. */
    private static final class Log implements Exchanges {

        private final List<String> text = new ArrayList<>();

        @Override
        public void response(long line, boolean isOpenRouters, Optional<String> id, byte[] body) {
            text.add(
                    line
                            + " "
                            + isOpenRouters
                            + " "
                            + id.orElse("-")
                            + " "
                            + new String(body, UTF_8));
        }

        @Override
        public void other(long line) {
            text.add(line + " other");
        }

        @Override
        public void rejected(long line, String reason) {
            text.add(line + " " + reason);
        }
    }

    @Test
    void passesTheBodyAndTheHeaderOfAResponseOn() {
        assertThat(read(har(entry(API, ID, "application/json", BODY))))
                .containsExactly("2 true " + ID + " " + BODY);
        assertThat(read(har(entry(API, "", "application/json", BODY))))
                .containsExactly("2 true - " + BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "https://openrouter.ai/api/v1/chat/completions, true",
        "https://eu.openrouter.ai/api/v1/responses, true",
        "HTTPS://OpenRouter.ai:443/api/v1/messages, true",
        "http://localhost:8080/v1/chat/completions, false",
        "https://openrouter.ai.example.com/api/v1/chat/completions, false",
        "https://notopenrouter.ai/api/v1/chat/completions, false",
        "https://example.com/?u=https://openrouter.ai/api/v1/, false",
        "https://openrouter.ai/activity, false"
    })
    void tellsOpenRoutersApiFromOthers(String url, boolean isOpenRouters) {
        assertThat(read(har(entry(url, ID, "application/json", BODY))))
                .containsExactly("2 " + isOpenRouters + " " + ID + " " + BODY);
    }

    @Test
    void countsOtherEntriesAndSaysNothingOfThem() {
        String models =
                entry(
                        "https://openrouter.ai/api/v1/models",
                        "",
                        "application/json",
                        "{\"data\":[]}");
        String script =
                entry("https://example.com/a.js", "", "text/javascript", "var id = '" + ID + "'");
        String page = entry("https://openrouter.ai/", "", "text/html", ID);

        assertThat(read(har(models, script, page)))
                .containsExactly("2 other", "3 other", "4 other");
    }

    @Test
    void readsABodyInBase64() {
        String text = Base64.getEncoder().encodeToString(BODY.getBytes(UTF_8));

        assertThat(read(har(entry(API, "", "application/json", text, "base64"))))
                .containsExactly("2 true - " + BODY);
        assertThat(read(har(entry(API, "", "application/json", "%%%", "base64"))))
                .containsExactly("2 expected a body in base64, found other characters", "2 other");
    }

    @Test
    void aBinaryBodyIsNotReadButItsHeaderIs() {
        assertThat(read(har(entry(API, "gen-tts-1-x", "audio/mpeg", "AAAA", "base64"))))
                .containsExactly("2 true gen-tts-1-x ");
    }

    @Test
    void keepsEscapesAndEveryScript() {
        String body = "data: {\\\"id\\\":\\\"" + ID + "\\\"}\\n\\n\\u00e9 \uD83D\uDE00";

        assertThat(read(har(entry(API, "", "text/event-stream", body))))
                .containsExactly("2 true - data: {\"id\":\"" + ID + "\"}\n\né \uD83D\uDE00");
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        String entry =
                "{\"response\":{\"content\":{\"encoding\":\"\",\"text\":\""
                        + escaped(BODY)
                        + "\",\"mimeType\":\"application/json\"},\"headers\":[{\"value\":\""
                        + ID
                        + "\",\"name\":\"x-generation-id\"}]},\"request\":{\"url\":\""
                        + API
                        + "\"}}";

        assertThat(read(har(entry))).containsExactly("2 true " + ID + " " + BODY);
    }

    @Test
    void nothingOfARequestButItsUrlIsPassedOn() {
        List<String> read =
                read(har(entry(API, ID, "application/json", BODY)) + "garbage sk-or-v1-secret");

        assertThat(String.join("\n", read)).doesNotContain("secret", "Bearer");
    }

    @Test
    void anArchiveThatWasCutOffKeepsTheEntriesBefore() {
        String har =
                har(
                        entry(API, ID, "application/json", BODY),
                        entry(API, ID, "application/json", BODY));
        int second = har.lastIndexOf("{\"startedDateTime\"");
        for (int length = second + 1; length < har.length() - 4; length += 13) {
            assertThat(read(har.substring(0, length)))
                    .startsWith("2 true " + ID + " " + BODY)
                    .last()
                    .asString()
                    .endsWith("expected the rest of an HTTP archive, found its end or no JSON");
        }
    }

    @Test
    void aBodyBeyondTheLimitCostsOnlyItself() throws IOException {
        String entry = entry(API, ID, "application/json", BODY);
        int text = entry.lastIndexOf("\"text\":\"") + 8;
        byte[] part = "x".repeat(1 << 20).getBytes(UTF_8);
        List<InputStream> parts = new ArrayList<>();
        parts.add(stream("{\"log\":{\"entries\":[\n" + entry.substring(0, text)));
        for (int i = 0; i < 65; i++) {
            parts.add(new ByteArrayInputStream(part));
        }
        parts.add(stream(entry.substring(text) + ",\n" + entry + "]}}"));
        Log log = new Log();
        HarReader.read(new SequenceInputStream(Collections.enumeration(parts)), log);

        assertThat(log.text)
                .containsExactly(
                        "2 expected a body of at most 67108864 bytes, found a longer one: track the"
                                + " id of its generation",
                        "2 true " + ID + " ",
                        "3 true " + ID + " " + BODY);
    }

    @Test
    void skippedBodiesTakeNoMemory() throws IOException {
        String entry = entry("https://example.com/film", "", "video/mp4", "x".repeat(1 << 20));
        byte[] bytes = (entry + ",\n").getBytes(UTF_8);
        List<InputStream> parts = new ArrayList<>();
        parts.add(stream("{\"log\":{\"entries\":[\n"));
        IntStream.range(0, 50).forEach(i -> parts.add(new ByteArrayInputStream(bytes)));
        parts.add(stream(entry + "]}}"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Log log = new Log();
        HarReader.read(new SequenceInputStream(Collections.enumeration(parts)), log);

        assertThat(log.text).hasSize(51).allMatch(line -> line.endsWith(" other"));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(5 << 20);
    }

    @Test
    void passesFailuresOfTheStreamAndOfTheReceiverOn() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> HarReader.read(closed, new Log()))
                .withMessage("Stream closed");

        Exchanges full =
                new Exchanges() {
                    @Override
                    public void response(
                            long line, boolean isOpenRouters, Optional<String> id, byte[] body)
                            throws IOException {
                        throw new IOException("full");
                    }

                    @Override
                    public void other(long line) {}

                    @Override
                    public void rejected(long line, String reason) {}
                };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        HarReader.read(stream(har(entry(API, ID, "application/json", BODY))), full))
                .withMessage("full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"log\":1}",
                "{\"log\":{\"entries\":{}}}",
                "{\"log\":{\"entries\":[1,null,[]]}}",
                "[]",
                "{\"log\":{\"entries\":[{\"request\":1,\"response\":{\"headers\":{},\"content\":[]}}]}}",
                "{\"log\":{\"entries\":[{\"request\":{\"url\":1},\"response\":{\"headers\":[1,{\"name\":null}],\"content\":{\"text\":{}}}}]}}"
            })
    void otherShapesAreNoFault(String har) {
        assertThat(read(har)).allMatch(line -> line.endsWith(" other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"log\":{\"version\"|true",
                "\ufeff{ \"log\" : {|true",
                "{\"log\":\"text\"|false",
                "{\"id\":1,\"log\":{|false",
                "[{\"log\":{|false"
            })
    void recognisesTheStartOfAnArchive(String start, boolean isArchive) {
        assertThat(HarReader.isStart(start)).isEqualTo(isArchive);
    }

    private static String har(String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\"},\"pages\":[],\"entries\":[\n"
                + String.join(",\n", entries)
                + "]}}";
    }

    private static String entry(String url, String id, String mimeType, String... textAndEncoding) {
        String headers =
                id.isEmpty() ? "" : ",{\"name\":\"X-Generation-Id\",\"value\":\"" + id + "\"}";
        String text =
                textAndEncoding[0].indexOf('\\') >= 0
                        ? textAndEncoding[0]
                        : escaped(textAndEncoding[0]);
        String encoding =
                textAndEncoding.length == 1 ? "" : ",\"encoding\":\"" + textAndEncoding[1] + '"';
        return "{\"startedDateTime\":\"2026-11-01T00:00:00Z\",\"time\":1.5,\"request\":{\"method\":\"POST\",\"url\":\""
                + url
                + "\",\"headers\":[{\"name\":\"Authorization\",\"value\":\"Bearer"
                + " sk-or-v1-secret\"}],\"postData\":{\"text\":\"secret"
                + " gen-1790606294-aaaaaaaaaaaaaaaaaaaa\"}},"
                + "\"response\":{\"status\":200,\"headers\":[{\"name\":\"Date\",\"value\":\"x\"}"
                + headers
                + "],\"content\":{\"size\":1,\"mimeType\":\""
                + mimeType
                + "\",\"text\":\""
                + text
                + '"'
                + encoding
                + "}},\"cache\":{}}";
    }

    private static String escaped(String text) {
        return text.replace("\"", "\\\"");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static List<String> read(String har) {
        Log log = new Log();
        try {
            HarReader.read(stream(har), log);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return log.text;
    }
}
