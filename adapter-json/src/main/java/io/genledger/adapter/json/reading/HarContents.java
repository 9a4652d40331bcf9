package io.genledger.adapter.json.reading;

import io.genledger.adapter.json.har.Exchanges;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.InputKind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Reads the responses in an HTTP archive, each as a stream of its own. */
final class HarContents implements Exchanges {

    private final InstantSource clock;
    private final Contents contents;

    HarContents(InstantSource clock, Contents contents) {
        this.clock = clock;
        this.contents = contents;
    }

    @Override
    public void response(
            long line, boolean isOpenRouters, Optional<String> generationId, byte[] body)
            throws IOException {
        Optional<GenerationId> id = generationId.flatMap(GenerationId::ofOpenRouter);
        if (body.length > 0) {
            Contents ofEntry = new EntryContents(line, isOpenRouters, contents);
            StreamReading.body(body, id, clock, ofEntry);
        } else if (id.isPresent()) {
            contents.toCollect(line, InputKind.COMPLETION, id.get());
        }
    }

    @Override
    public void other(long line) {}

    @Override
    public void rejected(long line, String reason) throws IOException {
        contents.rejected(line, Optional.empty(), reason);
    }
}
