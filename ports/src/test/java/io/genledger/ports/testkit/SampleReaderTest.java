package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.DocumentReader;
import java.nio.charset.StandardCharsets;

class SampleReaderTest extends DocumentReaderContract {

    @Override
    protected DocumentReader reader() {
        return new SampleReader(new SampleDecoder());
    }

    @Override
    protected String record(GenerationId id) {
        return new String(SampleGenerations.document(id).bytes(), StandardCharsets.UTF_8);
    }
}
