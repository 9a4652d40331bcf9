package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.container.Folder;
import io.genledger.app.option.UsageException;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        if (!Files.isReadable(path)) {
            throw new UsageException(name + ": cannot be read, check its permissions");
        }
        return new InputFile(name, Optional.of(path), console);
    }

    /**
     * The files of these names: each a file, standard input, or all files in a folder and its
     * folders.
     *
     * @throws UsageException as {@link #named}, or if standard input is named twice
     * @throws IOException if a folder cannot be read
     */
    static List<InputFile> allNamed(List<String> names, Console console) throws IOException {
        if (Collections.frequency(names, STANDARD_INPUT) > 1) {
            throw new UsageException("- may stand once: standard input is read only once");
        }
        List<InputFile> files = new ArrayList<>();
        for (String name : names) {
            files.addAll(allNamed(name, console));
        }
        return files;
    }

    private static List<InputFile> allNamed(String name, Console console) throws IOException {
        InputFile named = named(name, console);
        if (named.path().filter(Files::isDirectory).isEmpty()) {
            return List.of(named);
        }
        Folder folder = Folder.of(named.path().orElseThrow());
        if (folder.links() > 0) {
            console.note(
                    Sanitized.of(name)
                            + ": "
                            + Numbers.count(folder.links(), "link")
                            + " in it not followed; name what they lead to");
        }
        if (!folder.ofLedgers().isEmpty()) {
            console.note(
                    Sanitized.of(name)
                            + ": left out what SQLite keeps beside a ledger: "
                            + folder.ofLedgers().stream()
                                    .map(path -> Sanitized.of(path.getFileName().toString()))
                                    .collect(Collectors.joining(", ")));
        }
        folder.unreadable()
                .forEach(path ->
                        console.note(Sanitized.of(path.toString()) + ": folder cannot be read"));
        if (folder.files().isEmpty()) {
            console.note(Sanitized.of(name) + ": no file in it");
        }
        return folder.files().stream()
                .map(path -> new InputFile(path.toString(), Optional.of(path), console))
                .toList();
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

    /**
     * {@code bytes} as text: UTF-16 with a byte order mark, else one character per byte.
     *
     * @param bytes is not closed
     */
    static Reader text(InputStream bytes) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(bytes);
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
