package io.genledger.app.export.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The files of an export. They get their names one after another when all are complete; until then
 * each is hidden, and all are removed if the export is not finished.
 */
public final class TargetFiles implements Targets {

    private final Function<String, Path> names;
    private final boolean replaces;
    private final Checkpoint checkpoint;
    private final List<TargetFile> files = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();

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
        TargetFile file =
                TargetFile.begin(
                        new Target(path, replaces, ""),
                        Compression.ofFile(path.toString()),
                        checkpoint);
        files.add(file);
        paths.add(path);
        return file.stream();
    }

    private void completeLast() throws IOException {
        if (!files.isEmpty()) {
            files.get(files.size() - 1).complete();
        }
    }

    @Override
    public void publish() throws IOException {
        completeLast();
        for (TargetFile file : files) {
            file.publish();
        }
    }

    @Override
    public List<Path> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (TargetFile file : files) {
            try {
                file.close();
            } catch (IOException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
