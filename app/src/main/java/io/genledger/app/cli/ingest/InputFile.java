package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file the user named, or standard input.
 *
 * @param name its name in messages
 * @param path its path; empty for standard input
 * @param console provides standard input
 */
public record InputFile(String name, Optional<Path> path, Console console) {

    private static final String STANDARD_INPUT = "-";
    private static final int MARK = 2;

    /**
     * The file of that name, or standard input for {@code -}.
     *
     * @throws UsageException if there is no such file, or it cannot be read
     */
    public static InputFile named(String name, Console console) {
        if (name.equals(STANDARD_INPUT)) {
            return new InputFile("stdin", Optional.empty(), console);
        }
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new UsageException(name + ": not a file name: " + invalid.getReason());
        }
        if (Files.notExists(path)) {
            boolean garbled = name.indexOf('\uFFFD') >= 0;
            throw new UsageException(
                    name
                            + (garbled
                                    ? ": the file's name is not UTF-8; name - instead, and redirect"
                                            + " the file to standard input"
                                    : ": no such file"));
        }
        if (Files.isDirectory(path)) {
            throw new UsageException(name + ": a folder, expected a file");
        }
        if (!Files.isReadable(path)) {
            throw new UsageException(name + ": cannot be read, check its permissions");
        }
        return new InputFile(name, Optional.of(path), console);
    }

    /** Its bytes; empty if it is a stream whose length is not known. */
    Optional<Long> size() throws IOException {
        return path.isPresent() && Files.isRegularFile(path.get())
                ? Optional.of(Files.size(path.get()))
                : Optional.empty();
    }

    /** Opens it as bytes. */
    public InputStream open() throws IOException {
        return path.isPresent() ? Files.newInputStream(path.get()) : console.in();
    }

    /** Opens the file as text: UTF-16 with a byte order mark, else one character per byte. */
    Reader openText() throws IOException {
        BufferedInputStream stream = new BufferedInputStream(open());
        stream.mark(MARK);
        byte[] start = stream.readNBytes(MARK);
        stream.reset();
        return new InputStreamReader(stream, isUtf16(start) ? StandardCharsets.UTF_16 : anyBytes());
    }

    /** In ISO 8859-1 every byte is a character, so no byte is refused; ids are ASCII. */
    private static Charset anyBytes() {
        return StandardCharsets.ISO_8859_1;
    }

    private static boolean isUtf16(byte[] start) {
        return start.length == MARK
                && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
                        || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
    }
}
