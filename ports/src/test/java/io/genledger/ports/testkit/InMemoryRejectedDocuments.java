package io.genledger.ports.testkit;

import io.genledger.ports.document.RejectedDocuments;
import java.io.ByteArrayOutputStream;

/** Rejected documents in memory. */
public final class InMemoryRejectedDocuments implements RejectedDocuments {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void keep(byte[] more) {
        bytes.writeBytes(more);
    }

    /** All bytes kept so far. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
