package io.genledger.app.export.file;

import io.genledger.ports.usecase.export.EntryMark;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of exports that continue each other, in a small file: what is exported, and up to which
 * entry. Before a complete file gets its name, the state says so; if the process ends then, the
 * next export gives it its name. So the rows of the files are in one of them each. One export at a
 * time has a state.
 */
public final class ExportState implements AutoCloseable {

    private static final String SUBJECT = "subject";
    private static final String END = "end";
    private static final String TARGET = "target";
    private static final String REPLACES = "target.replaces";
    private static final String TARGET_END = "target.end";
    private static final String ENTRY = ".entry";

    private final Path file;
    private final Checkpoint checkpoint;
    private final FileChannel lock;
    private String stored = "";
    private final Properties properties = new Properties();

    private ExportState(Path file, Checkpoint checkpoint, FileChannel lock) {
        this.file = file;
        this.checkpoint = checkpoint;
        this.lock = lock;
    }

    /**
     * The state in {@code file}; if there is no file, the state before the first export. Until it
     * is closed, other exports cannot open it.
     *
     * @throws NoStateException if it is something else
     * @throws IOException if it cannot be read, or another export has it
     */
    public static ExportState open(Path file, Checkpoint checkpoint) throws IOException {
        FileChannel lock = LockedFile.open(lockFile(file), file, checkpoint);
        ExportState state = new ExportState(file, checkpoint, lock);
        try {
            state.read();
            return state;
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(lockFile(file));
            LockedFile.closeAfter(failure, lock);
            throw failure;
        }
    }

    /** The state itself is replaced by each write, and with it its lock would be. */
    private static Path lockFile(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".lock");
    }

    private void read() throws IOException {
        try {
            stored = content();
            properties.load(new StringReader(stored));
            check();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw new NoStateException(file, malformed);
        }
    }

    private String content() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("a folder");
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void check() {
        boolean isNew = stored.isEmpty();
        boolean isWhole = properties.containsKey(SUBJECT) && end().number() >= 0;
        if (!isNew && !isWhole) {
            throw new IllegalArgumentException("no subject or end");
        }
        if (properties.containsKey(TARGET)) {
            var unused = Long.parseLong(properties.getProperty(TARGET_END));
        }
    }

    /** What the earlier exports contained, in words; empty before the first one. */
    public Optional<String> subject() {
        return Optional.ofNullable(properties.getProperty(SUBJECT));
    }

    /** The last entry of the earlier exports; none before the first one. */
    public EntryMark end() {
        return new EntryMark(
                Long.parseLong(properties.getProperty(END, "0")),
                properties.getProperty(END + ENTRY, ""));
    }

    private Optional<Target> intended() {
        return Optional.ofNullable(properties.getProperty(TARGET))
                .map(path ->
                        target(
                                new Target(
                                        Path.of(path),
                                        Boolean.parseBoolean(properties.getProperty(REPLACES)),
                                        ""),
                                Long.parseLong(properties.getProperty(TARGET_END))));
    }

    /**
     * The file of an export that was interrupted when it was complete, and that is missing now;
     * empty if there is none. Whether its rows are elsewhere is not known.
     */
    public Optional<Path> missing() {
        return intended().filter(target -> !target.isThere()).map(Target::path);
    }

    /**
     * Finishes an export that was interrupted when its file was complete, unless it is missing.
     *
     * @return the file; empty if none was interrupted
     */
    public Optional<Path> resume() throws IOException {
        Optional<Target> target = intended().filter(Target::isThere);
        if (target.isPresent()) {
            TargetFile.publish(target.get(), checkpoint);
            finish();
        }
        return target.map(Target::path);
    }

    /**
     * The file with the entries up to {@code end}. An incomplete file that an export with another
     * state, or of fewer entries, left under the same name is not mistaken for it.
     */
    public Target target(Target asked, long end) {
        return new Target(asked.path(), asked.replaces(), tag() + end);
    }

    private String tag() {
        return ".%08x.".formatted(file.toAbsolutePath().normalize().toString().hashCode());
    }

    /**
     * Removes the incomplete files of this state in {@code folder} that killed exports left there.
     */
    public void removePartials(Path folder) throws IOException {
        Pattern ofThis = Pattern.compile("\\..+" + Pattern.quote(tag()) + "[0-9]+\\.partial");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path found : files.toList()) {
                if (ofThis.matcher(found.getFileName().toString()).matches()
                        && !Optional.of(found).equals(intended().map(Target::partial))) {
                    Files.deleteIfExists(found);
                }
            }
        }
    }

    /**
     * Says that {@code target} is complete and gets its name next.
     *
     * @param subject what it contains
     * @param end its last entry
     */
    public void intend(Target target, String subject, EntryMark end) throws IOException {
        properties.setProperty(SUBJECT, subject);
        properties.putIfAbsent(END, "0");
        properties.setProperty(TARGET, target.path().toAbsolutePath().toString());
        properties.setProperty(REPLACES, Boolean.toString(target.replaces()));
        properties.setProperty(TARGET_END, Long.toString(end.number()));
        properties.setProperty(TARGET_END + ENTRY, end.identity());
        write();
    }

    /** Says that the intended file has its name. */
    public void finish() throws IOException {
        properties.setProperty(END, properties.getProperty(TARGET_END));
        properties.setProperty(END + ENTRY, properties.getProperty(TARGET_END + ENTRY, ""));
        clear();
        write();
    }

    /** Says that the intended file will not get its name, if the stored state names it. */
    public void abandon() throws IOException {
        clear();
        if (!content().equals(stored) || stored.contains(TARGET_END)) {
            write();
        }
    }

    /** Lets other exports open it. */
    @Override
    public void close() throws IOException {
        try (lock) {
            Files.deleteIfExists(lockFile(file));
        }
    }

    private void clear() {
        properties.remove(TARGET);
        properties.remove(REPLACES);
        properties.remove(TARGET_END);
        properties.remove(TARGET_END + ENTRY);
    }

    private void write() throws IOException {
        String text = text();
        Target next = new Target(file, true, "");
        try (TargetFile written = TargetFile.begin(next, Compression.NONE, checkpoint)) {
            written.stream().write(text.getBytes(StandardCharsets.UTF_8));
            written.complete();
            written.publish();
        }
        stored = text;
    }

    /** In the order of the keys, and without the time that {@link Properties} adds. */
    private String text() throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(
                        Collectors.joining(
                                "\n", "# State of genledger export --since-last\n", "\n"));
    }
}
