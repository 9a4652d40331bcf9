package io.genledger.ports.tail;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a growing text was read.
 *
 * @param name by which it is followed
 * @param identity tells the text from others that had its name before or have it after, as far as
 *     the system can; empty if it cannot
 * @param head a digest of its first bytes, which tells whether it was replaced
 * @param headBytes how many bytes the digest is about
 * @param offset where to read on: all bytes before were read, and none after
 * @param readAt when the last of them was read, to the microsecond
 */
public record TailPosition(
        String name,
        Optional<String> identity,
        String head,
        int headBytes,
        long offset,
        Instant readAt) {}
