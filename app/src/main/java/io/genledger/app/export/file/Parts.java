package io.genledger.app.export.file;

import java.io.IOException;
import java.io.OutputStream;

/** Where an export is written: one part, or several one after another. */
@FunctionalInterface
public interface Parts {

    /** The name of the only part. */
    String WHOLE = "";

    /**
     * Begins the next part; nothing more is written to the one before.
     *
     * @param name distinguishes it from the others, or {@link #WHOLE}
     * @return the stream of its uncompressed content; it stays open
     */
    OutputStream next(String name) throws IOException;
}
