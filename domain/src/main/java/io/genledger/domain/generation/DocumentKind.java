package io.genledger.domain.generation;

/**
 * The kind of document that states a generation, from the one that is believed first to the one
 * that is believed last. All but the first are provisional: the generation's own record replaces
 * them.
 */
public enum DocumentKind {

    /** The generation's own record, from {@code GET /generation} (OPENROUTER.md §3). */
    METADATA,

    /** A row of the CSV that OpenRouter's Activity page exports; its amounts are cut. */
    ACTIVITY,

    /** A span that OpenRouter's Broadcast posted to a webhook. */
    BROADCAST,

    /** The body of the completion, or its stream, with inline usage (OPENROUTER.md §9.1). */
    COMPLETION;

    /** Whether the generation's own record replaces a document of this kind. */
    public boolean isProvisional() {
        return this != METADATA;
    }

    /**
     * Whether a document of this kind without {@code is_byok} leaves open who billed the call. A
     * record and inline usage without it state a call from credits (OPENROUTER.md §3.10).
     */
    public boolean mayOmitByok() {
        return this == ACTIVITY || this == BROADCAST;
    }

    /**
     * Whether the amounts of such a document may include those of workers (subagents, advisor,
     * fusion), which have generations of their own. Inline usage of a parent does, so every
     * provisional figure is taken to do so until its record comes. A record is taken as own cost;
     * that is assumed, because no document states it (OPENROUTER.md §9.4).
     */
    public boolean mayIncludeWorkers() {
        return isProvisional();
    }
}
