package io.genledger.ports.testkit;

import io.genledger.ports.document.DocumentSplitter;

class SampleSplitterTest extends DocumentSplitterContract {

    @Override
    protected DocumentSplitter splitter() {
        return new SampleSplitter();
    }
}
