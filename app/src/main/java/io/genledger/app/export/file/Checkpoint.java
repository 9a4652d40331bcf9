package io.genledger.app.export.file;

/** Is reached before each step that a crash may leave undone; a test crashes there. */
@FunctionalInterface
public interface Checkpoint {

    /** Does nothing. */
    Checkpoint NONE = () -> {};

    /** Throws in place of the step, as if the process ended there. */
    void reach();
}
