package io.genledger.ports.document;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A generation's metadata exactly as it was received: bytes that are not decoded. */
public final class MetadataDocument {

    private final Optional<GenerationId> requested;
    private final byte[] bytes;
    private final Instant receivedAt;

    /**
     * @param requested the requested id; empty if the document was not requested by id
     * @param bytes the body, byte for byte
     * @param receivedAt time of receipt; cut to microseconds, the unit of time of a ledger
     */
    public MetadataDocument(Optional<GenerationId> requested, byte[] bytes, Instant receivedAt) {
        this.requested = requested;
        this.bytes = bytes.clone();
        this.receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The requested id; empty if the document was not requested by id, such as an import. */
    public Optional<GenerationId> requested() {
        return requested;
    }

    /** A copy of the body. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The time of receipt, in whole microseconds. */
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

    /** States the size only, because the body may contain personal data. */
    @Override
    public String toString() {
        return "MetadataDocument[" + bytes.length + " bytes, received " + receivedAt + "]";
    }
}
