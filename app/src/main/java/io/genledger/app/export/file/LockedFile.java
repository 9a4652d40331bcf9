package io.genledger.app.export.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens files that one export at a time may write, and that only their owner can read. */
final class LockedFile {

    private LockedFile() {}

    /**
     * Opens {@code file} for writing, and creates it if there is none. Closing the channel ends the
     * lock.
     *
     * @param shown the name in messages
     * @throws IOException if it cannot be opened, or another export has it
     */
    static FileChannel open(Path file, Path shown, Checkpoint checkpoint) throws IOException {
        create(file);
        Optional<Object> key = key(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            checkpoint.reach();
            lock(channel, shown);
            // The export that had the lock before may have renamed or removed the opened file.
            if (!Objects.equals(key, key(file))) {
                throw isWritten(shown, "another process", null);
            }
            return channel;
        } catch (IOException | RuntimeException | Error failure) {
            closeAfter(failure, channel);
            throw failure;
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException leftByAnother) {
            // It is opened without following a link, and its lock tells whether it is in use.
        }
    }

    /** Identifies the file that has the name now; empty if none has. */
    private static Optional<Object> key(Path file) throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .fileKey());
        } catch (NoSuchFileException renamed) {
            return Optional.empty();
        }
    }

    private static void lock(FileChannel channel, Path shown) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw isWritten(shown, "another process", null);
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            throw isWritten(shown, "this process", ofThisProcess);
        }
    }

    private static IOException isWritten(Path shown, String by, @Nullable Exception cause) {
        return new IOException(shown + " is being written by " + by, cause);
    }

    static void closeAfter(Throwable failure, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Whether the files of that system have permissions, and its folders can be opened. */
    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
