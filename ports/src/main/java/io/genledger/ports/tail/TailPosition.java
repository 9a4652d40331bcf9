package io.genledger.ports.tail;

import java.time.Instant;
import java.util.Optional;

/**
 * The offset up to which a tailed text was read.
 *
 * @param name name of the text
 * @param identity identity of the file behind the name, such as its inode, which changes with a
 *     rotation; empty if the operating system has none
 * @param head digest of the first bytes, which shows whether the text was replaced
 * @param headBytes number of bytes in the digest; 0 or more
 * @param offset number of bytes read; reading continues here
 * @param readAt time of the last read, to the microsecond
 */
public record TailPosition(
        String name,
        Optional<String> identity,
        String head,
        int headBytes,
        long offset,
        Instant readAt) {}
