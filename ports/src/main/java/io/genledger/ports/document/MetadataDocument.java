package io.genledger.ports.document;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A generation's metadata exactly as it was received: bytes nobody has interpreted yet. */
public final class MetadataDocument {

    private final Optional<GenerationId> requested;
    private final byte[] bytes;
    private final Instant receivedAt;

    /**
     * @param requested the id that was asked for; empty for documents that came by themselves
     * @param bytes the body, byte for byte
     * @param receivedAt when it arrived
     */
    public MetadataDocument(Optional<GenerationId> requested, byte[] bytes, Instant receivedAt) {
        this.requested = requested;
        this.bytes = bytes.clone();
        this.receivedAt = receivedAt;
    }

    /** The id that was asked for; empty for documents that came by themselves. */
    public Optional<GenerationId> requested() {
        return requested;
    }

    /** A copy of the body. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** When it arrived. */
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetadataDocument that
                && requested.equals(that.requested)
                && Arrays.equals(bytes, that.bytes)
                && receivedAt.equals(that.receivedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requested, Arrays.hashCode(bytes), receivedAt);
    }

    /** Says how much it is, never what it says: bodies may carry personal data. */
    @Override
    public String toString() {
        return "MetadataDocument[" + bytes.length + " bytes, received " + receivedAt + "]";
    }
}
