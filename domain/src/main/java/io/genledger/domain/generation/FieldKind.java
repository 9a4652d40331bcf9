package io.genledger.domain.generation;

/** The kind of value that a {@link MetadataField} states, for those who show or compare it. */
public enum FieldKind {
    /** A text that identifies something: a generation, a session, a preset. */
    ID,
    /** Any other text, e.g. the model or the reason to finish. */
    TEXT,
    /** A number that identifies something and is not a quantity. */
    NUMBER,
    /** A number of tokens or items. */
    COUNT,
    /** Yes or no. */
    FLAG,
    /** A moment, ISO 8601. */
    TIME,
    /** A span of time in milliseconds. */
    DURATION,
    /** US dollars. */
    MONEY,
    /** The list of provider attempts. */
    ATTEMPTS
}
