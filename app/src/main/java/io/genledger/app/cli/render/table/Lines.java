package io.genledger.app.cli.render.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes lines. */
public final class Lines implements Consumer<String> {

    private final Writer out;

    /** Writes to {@code out}. */
    public Lines(Writer out) {
        this.out = out;
    }

    @Override
    public void accept(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
