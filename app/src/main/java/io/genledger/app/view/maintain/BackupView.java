package io.genledger.app.view.maintain;

/**
 * The answer of {@code backup}.
 *
 * @param file the file that holds the copy
 * @param bytes its size
 */
public record BackupView(String file, long bytes) {}
