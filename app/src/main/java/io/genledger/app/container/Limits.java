package io.genledger.app.container;

/**
 * What a container may hold, because a few kilobytes can unpack to petabytes.
 *
 * @param entries the most files in it
 * @param bytes the most bytes in all its files
 * @param ratio the most bytes that one packed byte may become
 * @param freeBytes the bytes from which on {@code ratio} counts
 */
record Limits(long entries, long bytes, long ratio, long freeBytes) {

    /** Logs are seldom compressed to less than a hundredth. */
    static final Limits STANDARD = new Limits(100_000, 256L << 30, 500, 64L << 20);

    /** A client waits for the answer to its request. */
    static final Limits OF_REQUEST = new Limits(10_000, 1L << 30, 500, 64L << 20);
}
