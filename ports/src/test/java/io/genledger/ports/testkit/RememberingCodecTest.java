package io.genledger.ports.testkit;

import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataEncoder;

class RememberingCodecTest extends MetadataEncoderContract {

    private final RememberingCodec codec = new RememberingCodec();

    @Override
    protected MetadataEncoder encoder() {
        return codec;
    }

    @Override
    protected MetadataDecoder decoder() {
        return codec;
    }
}
