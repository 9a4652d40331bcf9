package io.genledger.app.export.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file that was named as the state of exports is something else. */
public final class NoStateException extends IOException {

    private static final long serialVersionUID = 1L;

    NoStateException(Path file, Exception cause) {
        super(file + " is no state of an export", cause);
    }
}
