package io.genledger.adapter.sql.archive;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Packs documents into archived bodies and unpacks them, byte for byte. A ledger stores the number
 * of the codec beside each body, so numbers and dictionaries never change: a better dictionary gets
 * a new number. Thread-safe.
 *
 * <p>Codec 0 is the document as it is. Codec 1 is a zstd frame with checksum and content size (RFC
 * 8878), compressed with the dictionary in the resource {@code zstd-1.dictionary}: {@code zstd -d
 * -D zstd-1.dictionary} reads it, too. Negative numbers say why there is no body.
 */
public final class DocumentCodec {

    /** In place of a codec: the body is empty, because it was erased. */
    public static final int ERASED = -1;

    /** In place of a codec: the body is empty, because it was pruned. */
    public static final int PRUNED = -2;

    private static final int AS_IS = 0;
    private static final int ZSTD_1 = 1;

    private DocumentCodec() {}

    /** Compressors and decompressors are loaded apart: most commands need at most one of them. */
    private static final class Compression {
        static final ZstdCompressor ZSTD_1 = new ZstdCompressor(dictionary("zstd-1.dictionary"));
    }

    private static final class Decompression {
        static final ZstdDecompressor ZSTD_1 =
                new ZstdDecompressor(dictionary("zstd-1.dictionary"));
    }

    /**
     * An archived body.
     *
     * @param codec the number of the codec that unpacks it
     * @param bytes the body; not copied
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Packed(int codec, byte[] bytes) {}

    /**
     * Packs a document with today's codec, or as it is if that is not larger.
     *
     * @param document any bytes; the result may hold this array
     */
    public static Packed pack(byte[] document) {
        if (document.length <= ZstdDecompressor.MAX_CONTENT_BYTES) {
            byte[] frame = Compression.ZSTD_1.compress(document);
            if (frame.length < document.length) {
                return new Packed(ZSTD_1, frame);
            }
        }
        return new Packed(AS_IS, document);
    }

    /** Why there is no body; empty if {@code codec} unpacks one. */
    public static Optional<Removal> removal(int codec) {
        return switch (codec) {
            case ERASED -> Optional.of(Removal.ERASED);
            case PRUNED -> Optional.of(Removal.PRUNED);
            default -> Optional.empty();
        };
    }

    /**
     * The document in a body that this or an earlier version packed.
     *
     * @param codec the number stored beside the body
     * @param packed the body; the result may be this array
     * @throws IllegalArgumentException if the body is damaged, or if the number is not known,
     *     because a newer version wrote it
     */
    public static byte[] unpack(int codec, byte[] packed) {
        return switch (codec) {
            case AS_IS -> packed;
            case ZSTD_1 -> Decompression.ZSTD_1.decompress(packed);
            default ->
                    throw new IllegalArgumentException(
                            "this version does not know archive codec " + codec);
        };
    }

    /**
     * The document in a body, or the reason why there is none.
     *
     * @param codec the number stored beside the body
     * @throws IllegalArgumentException as {@link #unpack}
     */
    public static MetadataDocument document(
            Optional<GenerationId> requested, int codec, byte[] packed, Instant receivedAt) {
        return removal(codec)
                .map(removal -> MetadataDocument.removed(requested, receivedAt, removal))
                .orElseGet(() -> MetadataDocument.of(requested, unpack(codec, packed), receivedAt));
    }

    static byte[] dictionary(String name) {
        try (InputStream stream = DocumentCodec.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
