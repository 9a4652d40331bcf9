package io.genledger.app.export.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The files of an export. They get their names one after another when all are complete; until then
 * each is hidden, and all are removed if the export is not finished.
 */
public final class TargetFiles implements Parts, AutoCloseable {

    private final Function<String, Path> names;
    private final boolean replaces;
    private final Checkpoint checkpoint;
    private final List<TargetFile> files = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    /**
     * @param names the path of a part by its name
     * @param replaces whether the files take the places of files of their names
     */
    public TargetFiles(Function<String, Path> names, boolean replaces, Checkpoint checkpoint) {
        this.names = names;
        this.replaces = replaces;
        this.checkpoint = checkpoint;
    }

    @Override
    public OutputStream next(String name) throws IOException {
        completeLast();
        Path path = names.apply(name);
        createFolders(path);
        TargetFile file =
                TargetFile.begin(
                        new Target(path, replaces, ""),
                        Compression.ofFile(path.toString()),
                        checkpoint);
        files.add(file);
        paths.add(path);
        return file.stream();
    }

    /** Only the folder of a partition is new; that of the export's own name must be there. */
    private void createFolders(Path path) throws IOException {
        Path whole = names.apply(WHOLE);
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && folder.startsWith(whole.toAbsolutePath())) {
            create(whole.toAbsolutePath());
            create(folder);
        }
    }

    private void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            folders.add(folder);
        }
    }

    private void completeLast() throws IOException {
        if (!files.isEmpty()) {
            files.get(files.size() - 1).complete();
        }
    }

    /** Gives all files their names. */
    public void publish() throws IOException {
        completeLast();
        for (TargetFile file : files) {
            file.publish();
        }
        folders.clear();
    }

    /** Their names in order. */
    public List<Path> paths() {
        return List.copyOf(paths);
    }

    /** Removes the files that have no name yet, and the folders created for them. */
    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        files.forEach(file -> attempt(file::close, failures));
        for (int i = folders.size() - 1; i >= 0; i--) {
            Path folder = folders.get(i);
            attempt(() -> Files.deleteIfExists(folder), failures);
        }
        if (!failures.isEmpty()) {
            IOException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** A step of closing. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(Step step, List<IOException> failures) {
        try {
            step.run();
        } catch (IOException failure) {
            failures.add(failure);
        }
    }
}
