package io.genledger.ports.testkit;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.DocumentSplitter;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;

/** Reads records and nothing else. */
public final class SampleReader implements DocumentReader {

    private final DocumentSplitter splitter;
    private final MetadataDecoder decoder;

    /** A reader of the documents that {@code splitter} finds and {@code decoder} decodes. */
    public SampleReader(DocumentSplitter splitter, MetadataDecoder decoder) {
        this.splitter = splitter;
        this.decoder = decoder;
    }

    @Override
    public void read(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        splitter.split(stream, new Records(clock, contents));
    }

    private final class Records implements DocumentSplitter.Pieces {

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
