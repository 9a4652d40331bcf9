package io.genledger.app.cli.ingest;

import io.genledger.app.option.UsageException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that a command creates for documents, which hold personal data: readable by its owner
 * only, never in place of an existing file or through a link.
 *
 * @param path where no file is yet
 */
public record NewFile(Path path) {

    private static final Set<OpenOption> OPTIONS =
            Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);

    /**
     * The file of that name.
     *
     * @param option the option or command that names it, for messages
     * @throws UsageException if it cannot be created: it exists, or its folder does not
     */
    public static NewFile named(String name, String option) {
        if (name.equals("-")) {
            throw new UsageException(option + ": - is not a file; name a new one");
        }
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new UsageException(
                    option + ": " + name + ": not a file name: " + invalid.getReason());
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    option + ": " + name + " exists and is not overwritten; name a new file");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException(option + ": " + name + ": no such folder");
        }
        return new NewFile(path);
    }

    /**
     * Creates it.
     *
     * @throws IOException if that fails, or another program has created a file of that name
     */
    public OutputStream create() throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
        return new BufferedOutputStream(
                Channels.newOutputStream(
                        Files.newByteChannel(
                                path, OPTIONS, posix ? ownerOnly : new FileAttribute<?>[0])));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
