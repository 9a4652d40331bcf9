package io.genledger.adapter.json.reading;

import io.genledger.adapter.json.exchange.SavedExchange;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import java.io.IOException;
import java.util.Optional;

/**
 * Passes everything on, and tells the exchange which ids were stated.
 *
 * @param contents receives everything
 */
record StatedIds(Contents contents, SavedExchange exchange) implements Contents {

    @Override
    public void generation(
            long line, InputKind kind, MetadataDocument document, Generation generation)
            throws IOException {
        exchange.stated(generation.id());
        contents.generation(line, kind, document, generation);
    }

    @Override
    public void toCollect(long line, InputKind kind, GenerationId id) throws IOException {
        exchange.stated(id);
        contents.toCollect(line, kind, id);
    }

    @Override
    public void skipped(long line, InputKind kind) throws IOException {
        contents.skipped(line, kind);
    }

    @Override
    public void note(long line, String sentence) throws IOException {
        contents.note(line, sentence);
    }

    @Override
    public void foreign(long line, ForeignKind kind) throws IOException {
        contents.foreign(line, kind);
    }

    @Override
    public void rejected(long line, Optional<String> field, String reason) throws IOException {
        contents.rejected(line, field, reason);
    }

    @Override
    public void rejectedBytes(byte[] bytes) throws IOException {
        contents.rejectedBytes(bytes);
    }
}
