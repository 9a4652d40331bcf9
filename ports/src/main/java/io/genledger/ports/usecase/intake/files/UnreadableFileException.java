package io.genledger.ports.usecase.intake.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rest of one file cannot be read, such as a damaged container; the next file can. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String file;

    /**
     * @param file name of the file in messages
     * @param reason what was expected and what was found, and what to do; without the file's name
     * @param cause the failure of a library; null if there is none
     */
    public UnreadableFileException(String file, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.file = file;
    }

    /** The name of the file in messages. */
    public String file() {
        return file;
    }

    /** What was expected and what was found, and what to do. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
