package io.genledger.app.export.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The name that a file gets when it is complete.
 *
 * @param path the name
 * @param replaces whether it takes the place of a file of that name
 * @param tag distinguishes incomplete files of this name; empty or a number
 */
public record Target(Path path, boolean replaces, String tag) {

    /** With these bytes, a SQLite database begins. */
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** The hidden name that it has until it is complete, in the same folder. */
    Path partial() {
        return path.resolveSibling("." + path.getFileName() + tag + ".partial");
    }

    /** Whether the file is there, under either name. */
    boolean isThere() {
        return Files.exists(partial(), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The folder of the file. */
    public Path folder() {
        @Nullable Path folder = path.toAbsolutePath().getParent();
        return folder == null ? path : folder;
    }

    /**
     * Checks that the file can get its name. It never takes the place of a link, a device or a
     * database such as a ledger.
     *
     * @throws FileAlreadyExistsException if there is a file of that name, and it does not take its
     *     place
     * @throws NoSuchFileException if its folder does not exist
     */
    void check() throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            checkReplaced();
        }
        if (!Files.isDirectory(folder())) {
            throw new NoSuchFileException(folder().toString());
        }
    }

    private void checkReplaced() throws IOException {
        if (Files.isDirectory(path)) {
            throw refused("is a folder; name a new file");
        }
        if (!replaces) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("is no regular file and is not replaced; name -, and redirect it there");
        }
        try (InputStream present = Files.newInputStream(path)) {
            if (Arrays.equals(present.readNBytes(DATABASE.length), DATABASE)) {
                throw refused("is a database, perhaps a ledger, and is not replaced");
            }
        }
    }

    /** The refusal to replace the file, for a reason. */
    FileAlreadyExistsException refused(String reason) {
        return new FileAlreadyExistsException(path.toString(), null, reason);
    }
}
