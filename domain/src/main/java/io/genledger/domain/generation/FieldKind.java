package io.genledger.domain.generation;

/** The kind of a {@link MetadataField}, which decides how to show and compare its values. */
public enum FieldKind {
    /** A text that identifies something: a generation, a session, a preset. */
    ID,
    /** Any other text, e.g. the model or the finish reason. */
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
