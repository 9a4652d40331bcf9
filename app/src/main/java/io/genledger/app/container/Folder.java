package io.genledger.app.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files in a folder and its folders, in the order of their names. Hidden files and folders,
 * links, files of rejected documents, and what SQLite keeps beside a ledger are left out.
 *
 * @param files the files
 * @param ofLedgers what SQLite keeps beside a ledger
 * @param links number of links, which may lead out of the folder or to a file twice
 * @param unreadable folders that cannot be read
 */
public record Folder(List<Path> files, List<Path> ofLedgers, int links, List<Path> unreadable) {

    private static final Pattern OF_LEDGER = Pattern.compile("(.+)-(?:wal|shm|journal)");

    private static final String REJECTS = ".rejects";

    /**
     * The files in {@code folder}.
     *
     * @throws IOException if it cannot be read
     */
    public static Folder of(Path folder) throws IOException {
        // A link that the user names is followed, unlike those in it.
        Path root = folder.toRealPath();
        Walk walk = new Walk(root);
        Files.walkFileTree(root, walk);
        return new Folder(
                under(folder, root, walk.files),
                under(folder, root, walk.ofLedgers),
                walk.links,
                under(folder, root, walk.unreadable));
    }

    private static List<Path> under(Path folder, Path root, List<Path> found) {
        return found.stream().sorted().map(path -> folder.resolve(root.relativize(path))).toList();
    }

    /** Whether a file of that path, relative to the folder, is left out. */
    static boolean isLeftOut(String path) {
        return path.endsWith(REJECTS)
                || Arrays.stream(path.split("/", -1))
                        .anyMatch(part -> isHidden(part) || part.equals("__MACOSX"));
    }

    /** In archives, {@code .} and {@code ..} are parts of paths. */
    private static boolean isHidden(String part) {
        return part.startsWith(".") && !part.equals(".") && !part.equals("..");
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> files = new ArrayList<>();
        private final List<Path> ofLedgers = new ArrayList<>();
        private final List<Path> unreadable = new ArrayList<>();
        private int links;

        Walk(Path root) {
            this.root = root;
        }

        private boolean isLeftOut(Path path) {
            return !path.equals(root) && Folder.isLeftOut(path.getFileName().toString());
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isLeftOut(file)) {
                links += attributes.isSymbolicLink() ? 1 : 0;
                if (attributes.isRegularFile()) {
                    (isOfLedger(file) ? ofLedgers : files).add(file);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isOfLedger(Path file) {
            Matcher name = OF_LEDGER.matcher(file.getFileName().toString());
            try {
                return name.matches()
                        && (Format.of(file) == Format.BESIDE_SQLITE
                                || (isLedger(file.resolveSibling(name.group(1))) && isBlank(file)));
            } catch (IOException unreadable) {
                // The import names it, as any other file that cannot be read.
                return false;
            }
        }

        /** Whether it is empty or begins with zero, as a journal does until it is complete. */
        private static boolean isBlank(Path file) throws IOException {
            try (InputStream stream = Files.newInputStream(file)) {
                return stream.read() <= 0;
            }
        }

        private static boolean isLedger(Path file) throws IOException {
            return Files.isRegularFile(file) && Format.of(file) == Format.SQLITE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
