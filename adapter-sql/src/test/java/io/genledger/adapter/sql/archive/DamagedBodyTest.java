package io.genledger.adapter.sql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.adapter.sql.archive.DocumentCodec.Packed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archived bodies that are damaged are refused. */
class DamagedBodyTest {

    private final byte[] document = GeneratedDocuments.of(1, 3).findFirst().orElseThrow();
    private final Packed packed = DocumentCodec.pack(document);

    /** Some bits have no meaning, such as the unused one of the header. */
    @Test
    void aFlippedBitNeverGivesAnotherDocument() {
        int bits = 8 * packed.bytes().length;
        int harmless = 0;
        for (int bit = 0; bit < bits; bit++) {
            byte[] damaged = packed.bytes().clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            if (isTheDocument(damaged)) {
                harmless++;
            } else {
                isRefused(damaged, "bit " + bit);
            }
        }

        assertThat(harmless).isLessThan(bits / 100);
    }

    @Test
    void everyMissingByteIsNoticed() {
        for (int length = 0; length < packed.bytes().length; length++) {
            isRefused(Arrays.copyOf(packed.bytes(), length), "the first " + length + " bytes");
        }
        isRefused(Arrays.copyOf(packed.bytes(), packed.bytes().length + 1), "a byte more");
    }

    /** Before memory is allocated for it. */
    @ParameterizedTest
    @ValueSource(longs = {(64 << 20) + 1, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1})
    void anAbsurdSizeIsRefused(long size) {
        byte[] header =
                ByteBuffer.allocate(14)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0xFD2FB528) // zstd's magic number
                        .put((byte) 0xE5) // eight bytes of size, a checksum, a byte of
                        // dictionary id
                        .put((byte) 1)
                        .putLong(size)
                        .array();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentCodec.unpack(1, header))
                .withMessage("an archived document states no size, or one above 64 MiB");
    }

    @Test
    void theNextBodyIsReadAfterADamagedOne() {
        isRefused(Arrays.copyOf(packed.bytes(), 50), "the first 50 bytes");

        assertThat(DocumentCodec.unpack(packed.codec(), packed.bytes())).isEqualTo(document);
    }

    @Test
    void aCodecOfANewerVersionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentCodec.unpack(2, packed.bytes()))
                .withMessage("this version does not know archive codec 2");
    }

    private boolean isTheDocument(byte[] damaged) {
        try {
            return Arrays.equals(document, DocumentCodec.unpack(packed.codec(), damaged));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private void isRefused(byte[] damaged, String damage) {
        assertThatIllegalArgumentException()
                .as(damage)
                .isThrownBy(() -> DocumentCodec.unpack(packed.codec(), damaged))
                .withMessageStartingWith("an archived document ");
    }
}
