package io.genledger.app.export.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of an export, with a file in a folder of its own for each part. It has its name only
 * when all files are complete and on the disk. Until then it is a hidden folder beside that name,
 * which a process that was killed leaves there.
 */
public final class TargetFolder implements Targets {

    private final Path path;
    private final Path partial;
    private final TargetFiles files;
    private final Checkpoint checkpoint;

    private TargetFolder(Path path, Path partial, String file, Checkpoint checkpoint) {
        this.path = path;
        this.partial = partial;
        this.files =
                new TargetFiles(part -> partial.resolve(part).resolve(file), false, checkpoint);
        this.checkpoint = checkpoint;
    }

    /**
     * Begins the folder.
     *
     * @param file the name of the file in the folder of each part
     * @throws FileAlreadyExistsException if there is something of that name
     */
    public static TargetFolder begin(Path path, String file, Checkpoint checkpoint)
            throws IOException {
        checkNew(path);
        checkpoint.reach();
        Path folder = new Target(path, false, "").folder();
        Path partial = Files.createTempDirectory(folder, "." + path.getFileName() + ".");
        return new TargetFolder(path, partial, file, checkpoint);
    }

    private static void checkNew(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    path.toString(), null, "exists: a partitioned export writes a new folder");
        }
    }

    @Override
    public OutputStream next(String name) throws IOException {
        Files.createDirectories(partial.resolve(name));
        return files.next(name);
    }

    @Override
    public void publish() throws IOException {
        files.publish();
        checkNew(path);
        checkpoint.reach();
        Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
        TargetFile.force(new Target(path, false, "").folder());
    }

    @Override
    public List<Path> paths() {
        return files.paths().stream().map(file -> path.resolve(partial.relativize(file))).toList();
    }

    @Override
    public void close() throws IOException {
        files.close();
        if (Files.exists(partial)) {
            checkpoint.reach();
            try (Stream<Path> all = Files.walk(partial)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
