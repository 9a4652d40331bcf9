package io.genledger.domain.generation;

/** Which of OpenRouter's documents states a generation (contract.md, "Neighbouring endpoints"). */
public enum DocumentKind {

    /** The generation's own record, as {@code GET /generation} answers it. */
    METADATA,

    /**
     * The body of the completion itself, or the last chunk of its stream, with its figures inline.
     * The generation's own record supersedes it when that arrives.
     */
    COMPLETION
}
