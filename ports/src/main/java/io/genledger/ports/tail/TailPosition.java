package io.genledger.ports.tail;

import java.time.Instant;

/**
 * The offset up to which a tailed text was read.
 *
 * @param name name of the text
 * @param identity identity of the file behind the name, such as its device and inode, which stays
 *     when the file is renamed; empty if there was no file yet
 * @param offset number of bytes read; reading continues here
 * @param checksum checksum of the last bytes before the offset, which shows whether the text was
 *     replaced
 * @param since files of this text that were last written before this time have been read; to the
 *     microsecond
 */
public record TailPosition(
        String name, String identity, long offset, long checksum, Instant since) {}
