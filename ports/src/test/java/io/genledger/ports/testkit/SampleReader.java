package io.genledger.ports.testkit;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;

/** Reads records, one after another, and nothing else. */
public final class SampleReader implements DocumentReader {

    /** Finds the documents in a stream. */
    @FunctionalInterface
    public interface Framing {
        void split(InputStream stream, Pieces pieces) throws IOException;
    }

    /** Receives the documents of a stream, and the text between them. */
    public interface Pieces {
        void document(long line, byte[] bytes) throws IOException;

        void unreadable(long line, String problem) throws IOException;

        void unreadableBytes(byte[] bytes) throws IOException;
    }

    private final Framing framing;
    private final MetadataDecoder decoder;

    /** A reader of the records that {@code decoder} decodes. */
    public SampleReader(MetadataDecoder decoder) {
        this(new SampleFraming(), decoder);
    }

    /** A reader of the documents that {@code framing} finds and {@code decoder} decodes. */
    public SampleReader(Framing framing, MetadataDecoder decoder) {
        this.framing = framing;
        this.decoder = decoder;
    }

    @Override
    public void read(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        framing.split(stream, new Records(clock, contents));
    }

    private final class Records implements Pieces {

        private final InstantSource clock;
        private final Contents contents;

        Records(InstantSource clock, Contents contents) {
            this.clock = clock;
            this.contents = contents;
        }

        @Override
        public void document(long line, byte[] bytes) throws IOException {
            MetadataDocument document =
                    new MetadataDocument(Optional.empty(), bytes, clock.instant());
            Generation generation;
            try {
                generation = decoder.decode(document);
            } catch (UndecodableDocumentException fault) {
                contents.rejected(line + fault.line() - 1, fault.field(), fault.reason());
                contents.rejectedBytes(bytes);
                return;
            }
            contents.generation(line, InputKind.RECORD, document, generation);
        }

        @Override
        public void unreadable(long line, String problem) throws IOException {
            contents.rejected(line, Optional.empty(), problem);
        }

        @Override
        public void unreadableBytes(byte[] bytes) throws IOException {
            contents.rejectedBytes(bytes);
        }
    }
}
