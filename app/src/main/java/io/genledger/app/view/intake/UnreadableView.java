package io.genledger.app.view.intake;

/**
 * A file that could not be read, or not to its end.
 *
 * @param reason what was expected and what was found, and what to do
 */
public record UnreadableView(String file, String reason) {}
