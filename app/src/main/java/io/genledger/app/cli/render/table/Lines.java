package io.genledger.app.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes lines. */
final class Lines implements Consumer<String> {

    private final Writer out;

    Lines(Writer out) {
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
