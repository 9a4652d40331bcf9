package io.genledger.app.export.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that has its name only when it is complete and on the disk. Until then it is the hidden
 * file {@code .NAME.partial} in the same folder. Only its owner can read it, unless it replaces a
 * file that others can read. A process that was killed leaves it there; the next export to the same
 * name overwrites it.
 */
public final class TargetFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Target target;
    private final Checkpoint checkpoint;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean isKept;

    private TargetFile(
            Target target, Checkpoint checkpoint, FileChannel channel, OutputStream stream) {
        this.target = target;
        this.checkpoint = checkpoint;
        this.channel = channel;
        this.stream = new BufferedOutputStream(stream, BUFFER);
    }

    /**
     * Begins the file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is a file of that name that it does
     *     not replace
     * @throws IOException if it cannot be written, or another process writes it now
     */
    public static TargetFile begin(Target target, Compression compression, Checkpoint checkpoint)
            throws IOException {
        target.check();
        checkpoint.reach();
        FileChannel channel = LockedFile.open(target.partial(), target.path(), checkpoint);
        try {
            channel.truncate(0);
            return new TargetFile(
                    target,
                    checkpoint,
                    channel,
                    compression.into(new Unclosed(Channels.newOutputStream(channel))));
        } catch (IOException | RuntimeException failure) {
            LockedFile.closeAfter(failure, channel);
            throw failure;
        }
    }

    /** The stream of its uncompressed content. */
    public OutputStream stream() {
        return stream;
    }

    /** Ends the content and waits until it is on the disk; the file does not have its name yet. */
    public void complete() throws IOException {
        checkpoint.reach();
        stream.close();
        checkpoint.reach();
        channel.force(true);
    }

    /** Whether {@link #close} leaves the file there, under either name; at first it does not. */
    public void keep(boolean keeps) {
        isKept = keeps;
    }

    /** Gives it its name. */
    public void publish() throws IOException {
        publish(target, checkpoint);
        isKept = true;
    }

    /** Gives a complete file its name, if that was not done before. */
    static void publish(Target target, Checkpoint checkpoint) throws IOException {
        if (Files.exists(target.partial(), LinkOption.NOFOLLOW_LINKS)) {
            target.check();
            checkpoint.reach();
            keepMode(target);
            Files.move(
                    target.partial(),
                    target.path(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        checkpoint.reach();
        force(target.folder());
    }

    private static void keepMode(Target target) throws IOException {
        Path replaced = target.path();
        if (LockedFile.isPosix(replaced)
                && Files.isRegularFile(replaced, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(
                    target.partial(), Files.getPosixFilePermissions(replaced));
        }
    }

    /** Makes a renamed file survive a power failure, where the system lets folders be opened. */
    static void force(Path folder) throws IOException {
        if (LockedFile.isPosix(folder)) {
            try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    /** Removes the file, unless it is to be kept. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!isKept) {
                checkpoint.reach();
                Files.deleteIfExists(target.partial());
            }
        }
    }

    /** Keeps the channel open when a compressor ends, so that it can be forced. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
