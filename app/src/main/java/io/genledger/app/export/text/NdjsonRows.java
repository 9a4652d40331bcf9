package io.genledger.app.export.text;

import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.ports.usecase.export.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** The archived documents byte for byte, one a line: only their line ends are left out. */
public final class NdjsonRows implements FormatRows<Optional<byte[]>> {

    /** The documentation of a line. */
    public static final List<NamedColumn> COLUMNS =
            List.of(
                    new NamedColumn(
                            "(whole line)",
                            "JSON in UTF-8",
                            false,
                            "archived document of the newest revision, without its line ends"));

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long SPACES = 0x2020202020202020L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private final OutputStream out;

    /** Writes to {@code out}. */
    public NdjsonRows(OutputStream out) {
        this.out = out;
    }

    @Override
    public Reading<Optional<byte[]>> reading() {
        return Reading.DOCUMENTS;
    }

    @Override
    public void begin() {}

    @Override
    public boolean row(Optional<byte[]> document) throws IOException {
        if (document.isEmpty()) {
            return false;
        }
        writeLine(document.get());
        out.write('\n');
        return true;
    }

    /** In JSON, line ends stand between tokens only. */
    private void writeLine(byte[] bytes) throws IOException {
        int start = 0;
        for (int i = nextControl(bytes, 0); i < bytes.length; i = nextControl(bytes, i + 1)) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                out.write(bytes, start, i - start);
                start = i + 1;
            }
        }
        out.write(bytes, start, bytes.length - start);
    }

    /**
     * The place of the first byte below the space from {@code from}; the length if there is none.
     * Most documents have none, and eight bytes at a time take a third of the time of single ones.
     */
    private static int nextControl(byte[] bytes, int from) {
        int i = from;
        while (i <= bytes.length - Long.BYTES && !hasControl((long) EIGHT.get(bytes, i))) {
            i += Long.BYTES;
        }
        while (i < bytes.length && (bytes[i] < 0 || bytes[i] >= ' ')) {
            i++;
        }
        return i;
    }

    /** A byte has its highest bit only after the subtraction if it is below the space. */
    private static boolean hasControl(long eight) {
        return ((eight - SPACES) & ~eight & HIGHEST_BITS) != 0;
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }
}
