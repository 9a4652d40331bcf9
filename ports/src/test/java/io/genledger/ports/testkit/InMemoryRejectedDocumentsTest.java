package io.genledger.ports.testkit;

import io.genledger.ports.document.RejectedDocuments;

class InMemoryRejectedDocumentsTest extends RejectedDocumentsContract {

    @Override
    protected Fixture emptyFixture() {
        InMemoryRejectedDocuments documents = new InMemoryRejectedDocuments();
        return new Fixture() {
            @Override
            public RejectedDocuments documents() {
                return documents;
            }

            @Override
            public byte[] kept() {
                return documents.bytes();
            }
        };
    }
}
