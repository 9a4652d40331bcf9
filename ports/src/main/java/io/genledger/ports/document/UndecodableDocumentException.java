package io.genledger.ports.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document cannot be read; reading it again will not help, asking for it anew might. */
public final class UndecodableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final int line;

    /**
     * @param field the field that cannot be read, as OpenRouter spells it; empty when the fault is
     *     not in one
     * @param line the line of the document in which the fault lies, from 1
     * @param reason what was expected and what was found
     */
    public UndecodableDocumentException(
            Optional<String> field, int line, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.field = field.orElse(null);
        this.line = line;
    }

    /** The field that cannot be read; empty when the fault is not in one. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The line of the document in which the fault lies, from 1. */
    public int line() {
        return line;
    }

    /** What was expected and what was found, without the place. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
