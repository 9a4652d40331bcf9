package io.genledger.adapter.json;

class JacksonMetadataEncoderInSdkSpellingTest extends JacksonMetadataEncoderTest {

    @Override
    Spelling spelling() {
        return Spelling.SDK;
    }
}
