package io.genledger.ports.testkit;

import io.genledger.ports.DocumentSplitter;

class SampleSplitterTest extends DocumentSplitterContract {

    @Override
    protected DocumentSplitter splitter() {
        return new SampleSplitter();
    }
}
