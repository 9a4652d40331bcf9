package io.genledger.app.container;

import com.github.luben.zstd.ZstdIOException;
import io.genledger.ports.usecase.intake.files.UnreadableFileException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Unpacks one container within limits, and turns what is wrong with it into one exception. */
final class Unpacking {

    private final String name;
    private final Limits limits;
    private final LongSupplier packed;
    private long unpacked;

    /**
     * @param name name of the container in messages
     * @param packed the number of bytes that were read from the outermost container
     */
    Unpacking(String name, Limits limits, LongSupplier packed) {
        this.name = name;
        this.limits = limits;
        this.packed = packed;
    }

    /** A read of the container. */
    @FunctionalInterface
    interface Read<T> {
        T read() throws IOException;
    }

    /**
     * The result of {@code read}.
     *
     * @throws UnreadableFileException if the container is damaged
     */
    <T> T checked(Read<T> read) throws IOException {
        try {
            return read.read();
        } catch (EOFException end) {
            throw fault("it is cut off; what is before that place was read", end);
        } catch (ZipException | ZstdIOException damage) {
            throw fault("it is damaged or cut off: " + damage.getMessage(), damage);
        }
    }

    /** {@code stream}, a part of what is in the container. */
    InputStream checked(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int length = checked(() -> in.read(bytes, from, most));
                count(length);
                return length;
            }

            @Override
            public void close() {
                // The container is read further.
            }
        };
    }

    private void count(int length) throws UnreadableFileException {
        unpacked += Math.max(0, length);
        if (unpacked > limits.bytes()) {
            throw fault("it unpacks to more than " + (limits.bytes() >> 30) + " GiB", null);
        }
        if (unpacked > limits.freeBytes() && unpacked / limits.ratio() > packed.getAsLong()) {
            throw fault(
                    "it unpacks to more than "
                            + limits.ratio()
                            + " times its size, which no log does; unpack it yourself if you"
                            + " trust it",
                    null);
        }
    }

    UnreadableFileException fault(String reason, @Nullable Throwable cause) {
        return new UnreadableFileException(name, reason, cause);
    }
}
