package io.genledger.ports.usecase.intake;

import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/** Reads one document per line; a line that begins with # is no document. */
record LineReader(InputKind kind, MetadataDecoder decoder) implements DocumentReader {

    @Override
    public void read(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            if (next == '\n') {
                pass(number++, line.toByteArray(), clock, contents);
                line.reset();
            } else {
                line.write(next);
            }
        }
        pass(number, line.toByteArray(), clock, contents);
    }

    void pass(long number, byte[] line, InstantSource clock, Contents contents) throws IOException {
        if (line.length > 0 && line[0] == '#') {
            contents.rejected(number, Optional.empty(), "expected a document, found a comment");
            contents.rejectedBytes(new byte[] {line[0]});
            contents.rejectedBytes(Arrays.copyOfRange(line, 1, line.length));
        } else if (line.length > 0) {
            decode(number, new MetadataDocument(Optional.empty(), line, clock.instant()), contents);
        }
    }

    private void decode(long number, MetadataDocument document, Contents contents)
            throws IOException {
        try {
            contents.generation(number, kind, document, decoder.decode(document));
        } catch (UndecodableDocumentException fault) {
            contents.rejected(number + fault.line() - 1, fault.field(), fault.reason());
            contents.rejectedBytes(document.bytes());
        }
    }
}
