package io.genledger.domain.generation;

/** The kind of document that states a generation. */
public enum DocumentKind {

    /** The generation's own record, from {@code GET /generation} (OPENROUTER.md §3). */
    METADATA,

    /**
     * The body of the completion, or the last chunk of its stream, with inline usage. The
     * generation's own record replaces it (OPENROUTER.md §9.1).
     */
    COMPLETION
}
