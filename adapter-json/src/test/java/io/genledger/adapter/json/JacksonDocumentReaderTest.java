package io.genledger.adapter.json;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.testkit.DocumentReaderContract;

class JacksonDocumentReaderTest extends DocumentReaderContract {

    @Override
    protected DocumentReader reader() {
        return new JacksonDocumentReader();
    }

    @Override
    protected String record(GenerationId id) {
        return "{\"data\":{\"id\":\"" + id + "\",\"usage\":0.5,\"native_tokens_prompt\":7}}";
    }
}
