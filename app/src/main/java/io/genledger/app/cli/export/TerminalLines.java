package io.genledger.app.cli.export;

import io.genledger.app.cli.render.Sanitized;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text for a terminal, line by line: control characters in names are escaped. */
final class TerminalLines extends FilterOutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Writes UTF-8 to {@code out}. */
    TerminalLines(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\n') {
            writeLine();
            out.write('\n');
        } else {
            line.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    /** A line ends with the output, too. */
    @Override
    public void flush() throws IOException {
        writeLine();
        out.flush();
    }

    private void writeLine() throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        out.write(Sanitized.of(text).getBytes(StandardCharsets.UTF_8));
        line.reset();
    }
}
