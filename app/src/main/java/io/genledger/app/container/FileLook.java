package io.genledger.app.container;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * What a file looks like, from its first document that is recognised.
 *
 * @param kind the kind of that document; empty if it is none that can be imported
 * @param foreign the kind of a document of another program; empty if it is none
 */
public record FileLook(Optional<InputKind> kind, Optional<ForeignKind> foreign) {

    /** A file in which no document is recognised. */
    private static final FileLook UNKNOWN = new FileLook(Optional.empty(), Optional.empty());

    /** Documents behind these bytes are not looked at. */
    private static final long MOST_BYTES = 16 << 20;

    /**
     * Looks at {@code stream}, which may be a container.
     *
     * @throws IOException if it cannot be read
     */
    public static FileLook at(InputStream stream, DocumentReader reader) throws IOException {
        try {
            new Containers().open("", stream, new First(reader));
        } catch (Found found) {
            return found.look;
        }
        return UNKNOWN;
    }

    /** Ends the look at the first document. */
    private static final class Found extends IOException {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // Never serialised.
        private final FileLook look;

        Found(FileLook look) {
            this.look = look;
        }
    }

    private record First(DocumentReader reader) implements ImportFiles.Visitor, Contents {

        @Override
        public void file(String name, InputStream stream) throws IOException {
            reader.read(new Beginning(stream, MOST_BYTES), () -> Instant.EPOCH, this);
        }

        @Override
        public void unreadable(String name, String reason) {
            // What can be read of it decides.
        }

        @Override
        public void generation(
                long line, InputKind kind, MetadataDocument document, Generation generation)
                throws IOException {
            throw found(kind);
        }

        @Override
        public void toCollect(long line, InputKind kind, GenerationId id) throws IOException {
            throw found(kind);
        }

        @Override
        public void skipped(long line, InputKind kind) throws IOException {
            throw found(kind);
        }

        private static Found found(InputKind kind) {
            return new Found(new FileLook(Optional.of(kind), Optional.empty()));
        }

        @Override
        public void foreign(long line, ForeignKind kind) throws IOException {
            throw new Found(new FileLook(Optional.empty(), Optional.of(kind)));
        }

        @Override
        public void note(long line, String sentence) {
            // Belongs to a document that follows.
        }

        @Override
        public void rejected(long line, Optional<String> field, String reason) {
            // A later document may be recognised.
        }

        @Override
        public void rejectedBytes(byte[] bytes) {
            // Not kept.
        }
    }
}
