package io.genledger.ports.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document cannot be decoded. Decoding it again fails; fetching it again may succeed. */
public final class UndecodableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final int line;

    /**
     * @param field the field that cannot be decoded, as OpenRouter spells it; empty if the fault is
     *     not in one field
     * @param line line of the fault in the document, from 1
     * @param reason what was expected and what was found
     * @param cause the failure of the parser; null if there is none
     */
    public UndecodableDocumentException(
            Optional<String> field, int line, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.field = field.orElse(null);
        this.line = line;
    }

    /** The field that cannot be decoded; empty if the fault is not in one field. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** Line of the fault in the document, from 1. */
    public int line() {
        return line;
    }

    /** What was expected and what was found, without the place. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
