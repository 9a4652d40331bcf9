package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be read to its end, such as a compressed one that was cut off. */
class CutFilesTest {

    private static final String A = "gen-1755676927-AAAAAAAAAAAAAAAAAAAA";
    private static final String B = "gen-1755676927-BBBBBBBBBBBBBBBBBBBB";
    private static final String C = "gen-1755676927-CCCCCCCCCCCCCCCCCCCC";

    private static final String START =
            "data: {\"type\":\"message_start\",\"message\":{\"id\":\"" + B + "\"}}\n\n\n";
    private static final String FIGURES =
            "data: {\"type\":\"message_delta\",\"usage\":{\"cost\":2}}\n\n\n";

    /** The file is cut in the third stream, at any length of what is unpacked before it fails. */
    @ParameterizedTest
    @ValueSource(ints = {40, 3_000, 200_000})
    void aCutContainerKeepsTheStreamsBeforeTheCut(int noise) throws IOException {
        String log =
                chunk(A, "")
                        + START
                        + FIGURES
                        + "X-Generation-Id: "
                        + C
                        + "\n"
                        + ": OPENROUTER PROCESSING\n".repeat(noise / 20);
        RecordedContents contents = new RecordedContents();

        assertThatThrownBy(() -> Read.read(new CutStream(log, log.length()), contents))
                .isInstanceOf(EOFException.class);

        assertThat(Read.costs(contents)).containsExactly(A + "=?", B + "=2");
        assertThat(contents.all()).contains("9 to collect " + C);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 1_000})
    void aCutGzipKeepsItsStreams(int more) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(chunk(A, "").getBytes(UTF_8));
            for (int i = 0; i < more; i++) {
                gzip.write(chunk(numbered(i), ",\"usage\":{\"cost\":1}").getBytes(UTF_8));
            }
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 8);
        RecordedContents contents = new RecordedContents();

        assertThatThrownBy(() ->
                        Read.read(new GZIPInputStream(new ByteArrayInputStream(cut)), contents))
                .isInstanceOf(EOFException.class);

        assertThat(Read.costs(contents)).hasSize(more + 1).contains(A + "=?");
    }

    private static String numbered(int stream) {
        return String.format(Locale.ROOT, "gen-1755676927-%020d", stream);
    }

    private static String chunk(String id, String rest) {
        return "data: {\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"choices\":[]%s}\n\n"
                .formatted(id, rest);
    }
}
