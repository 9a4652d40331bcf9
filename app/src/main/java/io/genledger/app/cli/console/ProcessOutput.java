package io.genledger.app.cli.console;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output or error; knows whether the reader of its pipe has ended, as {@code head} does.
 */
public final class ProcessOutput extends PrintStream {

    private static final int BUFFER = 1 << 16;

    private final Pipe pipe;

    private ProcessOutput(Pipe pipe) {
        super(new BufferedOutputStream(pipe, BUFFER), true, StandardCharsets.UTF_8);
        this.pipe = pipe;
    }

    /** Text as UTF-8, written to {@code stream} at each line end. */
    public static ProcessOutput to(OutputStream stream) {
        return new ProcessOutput(new Pipe(stream));
    }

    boolean isBrokenPipe() {
        return pipe.isBroken;
    }

    private static final class Pipe extends FilterOutputStream {

        private volatile boolean isBroken;

        Pipe(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException failure) {
                // The system's words in English, which the launcher's locale sees to.
                isBroken |= "Broken pipe".equals(failure.getMessage());
                throw failure;
            }
        }
    }
}
