package io.genledger.app.cli.ingest.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.app.cli.ingest.NewFile;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.testkit.RejectedDocumentsContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsFileTest extends RejectedDocumentsContract {

    @TempDir private Path folder;

    @Override
    protected Fixture emptyFixture() {
        Path path = folder.resolve("to-mend.ndjson");
        RejectsFile file = new RejectsFile("to-mend.ndjson", new NewFile(path)::create);
        return new Fixture() {
            @Override
            public RejectedDocuments documents() {
                return file;
            }

            @Override
            public byte[] keptBytes() throws IOException {
                file.close();
                return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            }
        };
    }

    @Test
    void aFullDiskNamesTheFileAndCountsWhatIsInIt() throws IOException {
        RejectsFile file = new RejectsFile("to-mend.ndjson", () -> new DiskOf(100));
        reject(file, "first");
        reject(file, "second");
        file.commit();
        reject(file, "third");

        assertThatIOException()
                .isThrownBy(() -> reject(file, "x".repeat(1_000) + '\n'))
                .withMessage(
                        "to-mend.ndjson cannot be written (No space left on device); 2 of 4"
                                + " rejected documents are complete in it");
        assertThatIOException().isThrownBy(file::commit);
        assertThat(file.kept()).isEqualTo(new RejectsKept(2, 0, List.of()));
    }

    @Test
    void aFileThatCannotBeCreatedHoldsNothing() {
        RejectsFile file =
                new RejectsFile("to-mend.ndjson", new NewFile(folder.resolve("no/x"))::create);

        assertThatIOException()
                .isThrownBy(() -> reject(file, "first"))
                .withMessage(
                        "to-mend.ndjson cannot be written (no such file or folder); 0 of 1"
                                + " rejected documents are complete in it");
    }

    /** However a document comes in pieces, also within a key. */
    @Test
    void keysAreHidden() throws IOException {
        String key = "sk-or-v1-0123456789abcdef";
        byte[] document =
                "{\"h\": \"Authorization: Bearer %s\", \"k\":\"%s\", 'é'} x %s"
                        .formatted("eyJhbGciOiJIUzI1NiJ9.e30.x", key, key)
                        .getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece < 40; piece++) {
            Path path = folder.resolve(piece + ".ndjson");
            try (RejectsFile file = new RejectsFile("x", new NewFile(path)::create)) {
                file.begin(new Rejection("a", 1, Optional.empty(), "unreadable"));
                for (int from = 0; from < document.length; from += piece) {
                    int to = Math.min(document.length, from + piece);
                    file.append(Arrays.copyOfRange(document, from, to));
                }
                file.commit();
            }
            assertThat(path)
                    .hasContent(
                            "{\"h\": \"Authorization: Bearer [hidden]\", \"k\":\"sk-or-[hidden]\","
                                    + " 'é'} x sk-or-[hidden]\n");
        }
    }

    private static void reject(RejectsFile file, String body) throws IOException {
        file.begin(new Rejection("a", 1, Optional.empty(), "unreadable"));
        file.append(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A disk with room for a number of bytes. */
    private static final class DiskOf extends OutputStream {

        private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
        private final int room;

        DiskOf(int room) {
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            if (stored.size() == room) {
                throw new IOException("No space left on device");
            }
            stored.write(one);
        }
    }
}
