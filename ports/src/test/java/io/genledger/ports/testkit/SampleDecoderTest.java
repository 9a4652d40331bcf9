package io.genledger.ports.testkit;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import java.nio.charset.StandardCharsets;

class SampleDecoderTest extends MetadataDecoderContract {

    @Override
    protected MetadataDecoder decoder() {
        return new SampleDecoder();
    }

    @Override
    protected byte[] documentFor(Generation generation) {
        return SampleGenerations.document(generation.id()).bytes();
    }

    @Override
    protected byte[] documentWithoutId() {
        return SampleDecoder.WITHOUT_ID.getBytes(StandardCharsets.UTF_8);
    }
}
