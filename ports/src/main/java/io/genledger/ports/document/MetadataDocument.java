package io.genledger.ports.document;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A generation's metadata exactly as it was received: bytes that are not decoded, or the reason why
 * a ledger no longer has them.
 */
public final class MetadataDocument {

    private final Optional<GenerationId> requested;
    private final byte[] bytes;
    private final Instant receivedAt;
    private final Optional<Removal> removal;

    /**
     * @param requested the requested id; empty if the document was not requested by id
     * @param bytes the body, byte for byte
     * @param receivedAt time of receipt; cut to microseconds, the unit of time of a ledger
     */
    public MetadataDocument(Optional<GenerationId> requested, byte[] bytes, Instant receivedAt) {
        this(requested, bytes.clone(), receivedAt, Optional.empty());
    }

    private MetadataDocument(
            Optional<GenerationId> requested,
            byte[] bytes,
            Instant receivedAt,
            Optional<Removal> removal) {
        this.requested = requested;
        this.bytes = bytes;
        this.receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        this.removal = removal;
    }

    /**
     * A document that the caller has read into an array of its own.
     *
     * @param requested as above
     * @param bytes the body; not copied, and never to be changed
     * @param receivedAt as above
     */
    public static MetadataDocument of(
            Optional<GenerationId> requested, byte[] bytes, Instant receivedAt) {
        return new MetadataDocument(requested, bytes, receivedAt, Optional.empty());
    }

    /** A document whose body a ledger no longer has; the other arguments as above. */
    public static MetadataDocument removed(
            Optional<GenerationId> requested, Instant receivedAt, Removal removal) {
        return new MetadataDocument(requested, new byte[0], receivedAt, Optional.of(removal));
    }

    /** Why the ledger no longer has the body; empty if it has. */
    public Optional<Removal> removal() {
        return removal;
    }

    /** The requested id; empty if the document was not requested by id, such as an import. */
    public Optional<GenerationId> requested() {
        return requested;
    }

    /**
     * A copy of the body.
     *
     * @throws UndecodableDocumentException if it was removed
     */
    public byte[] bytes() {
        return uncopied().clone();
    }

    /**
     * The body itself, for a reader that does not change it.
     *
     * @throws UndecodableDocumentException if it was removed
     */
    public byte[] uncopied() {
        if (removal.isPresent()) {
            throw new UndecodableDocumentException(
                    Optional.empty(), 1, removal.get().sentence(), null);
        }
        return bytes;
    }

    /** The length of the body in bytes; zero if it was removed. */
    public int size() {
        return bytes.length;
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
                && receivedAt.equals(that.receivedAt)
                && removal.equals(that.removal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requested, Arrays.hashCode(bytes), receivedAt, removal);
    }

    /** States the size only, because the body may contain personal data. */
    @Override
    public String toString() {
        return "MetadataDocument[" + bytes.length + " bytes, received " + receivedAt + "]";
    }
}
