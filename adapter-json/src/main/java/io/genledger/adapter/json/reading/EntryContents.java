package io.genledger.adapter.json.reading;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import java.io.IOException;
import java.util.Optional;

/**
 * What the response of one entry in an HTTP archive states.
 *
 * @param line the line of the entry, which stands for the lines of its response
 * @param isOpenRouters whether the response is OpenRouter's; of another one, only generations count
 * @param contents receives it
 */
record EntryContents(long line, boolean isOpenRouters, Contents contents) implements Contents {

    @Override
    public void generation(
            long ofBody, InputKind kind, MetadataDocument document, Generation generation)
            throws IOException {
        contents.generation(line, kind, document, generation);
    }

    @Override
    public void toCollect(long ofBody, InputKind kind, GenerationId id) throws IOException {
        contents.toCollect(line, kind, id);
    }

    @Override
    public void skipped(long ofBody, InputKind kind) throws IOException {
        contents.skipped(line, kind);
    }

    @Override
    public void note(long ofBody, String sentence) throws IOException {
        contents.note(line, sentence);
    }

    @Override
    public void foreign(long ofBody, ForeignKind kind) throws IOException {
        if (isOpenRouters) {
            contents.foreign(line, kind);
        }
    }

    @Override
    public void rejected(long ofBody, Optional<String> field, String reason) throws IOException {
        if (isOpenRouters) {
            contents.rejected(line, field, reason);
        }
    }

    @Override
    public void rejectedBytes(byte[] bytes) throws IOException {
        if (isOpenRouters) {
            contents.rejectedBytes(bytes);
        }
    }
}
