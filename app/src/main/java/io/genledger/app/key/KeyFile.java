package io.genledger.app.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** A file that holds one key, with or without a line break at its end. */
final class KeyFile {

    /** Longer than any key, and short enough for a file that was named by mistake. */
    private static final int MOST_BYTES = 4096;

    private final Path path;

    /**
     * @throws IllegalArgumentException if the text is not the name of a file
     */
    KeyFile(String path) {
        try {
            this.path = Path.of(path);
        } catch (InvalidPathException invalid) {
            throw new IllegalArgumentException("not a file name: " + invalid.getReason(), invalid);
        }
    }

    /**
     * The text of the file without white space around it.
     *
     * @throws IllegalArgumentException if the file cannot be read, is empty or too long, or can be
     *     written by all users; the message omits its content
     */
    String read() {
        try (InputStream file = Files.newInputStream(path)) {
            if (permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                throw error("can be written by all users: chmod o-w " + path);
            }
            byte[] bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw error("longer than " + MOST_BYTES + " bytes; expected a file with one key");
            }
            String key = new String(bytes, StandardCharsets.UTF_8).strip();
            if (key.isEmpty()) {
                throw error("empty; expected a file with one key");
            }
            return key;
        } catch (IOException broken) {
            throw error(reason(broken));
        }
    }

    /**
     * A note if all users can read the file. It is used nevertheless: containers get their secrets
     * in files like that.
     */
    Optional<String> warning() {
        try {
            return permissions().contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of(path + ": all users can read this key: chmod o-r " + path)
                    : Optional.empty();
        } catch (IOException broken) {
            throw error(reason(broken));
        }
    }

    private Set<PosixFilePermission> permissions() throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }

    private IllegalArgumentException error(String reason) {
        return new IllegalArgumentException(path + ": " + reason);
    }

    private static String reason(IOException broken) {
        if (broken instanceof NoSuchFileException) {
            return "no such file; expected a file with one key";
        }
        return broken instanceof AccessDeniedException
                ? "permission denied"
                : "cannot be read: " + broken.getMessage();
    }
}
