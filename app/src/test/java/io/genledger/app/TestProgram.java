package io.genledger.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.app.cli.Main;
import io.genledger.app.cli.Training;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Genledger in a process of its own, with the classes under test. A start takes half of the
 * processor time, because an archive holds the classes that most commands load. The JVM archives
 * classes of jars only, so that folders of classes are packed into jars.
 */
public final class TestProgram {

    private static final Path FOLDER = Path.of("target", "test-program").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final String CLASS_PATH = String.join(File.pathSeparator, prepared());

    private TestProgram() {}

    /** The class path, for an option or the variable {@code CLASSPATH}. */
    public static String classPath() {
        return CLASS_PATH;
    }

    /** Java and its options, to be followed by a main class and arguments. */
    public static List<String> java() {
        List<String> java = new ArrayList<>(plainJava());
        java.add("-XX:SharedArchiveFile=" + ARCHIVE);
        return java;
    }

    /** Java, its options, the class path and the main class, to be followed by arguments. */
    public static List<String> command() {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("-cp", CLASS_PATH, Main.class.getName()));
        return command;
    }

    private static List<String> plainJava() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** The class path without folders; makes the archive unless an earlier JVM did. */
    private static List<String> prepared() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel file =
                            FileChannel.open(
                                    FOLDER.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                assert lock.isValid();
                return prepare();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> prepare() throws IOException {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        StringBuilder classes = new StringBuilder(Runtime.version().toString());
        List<String> classPath = new ArrayList<>();
        for (String entry : entries) {
            boolean isFolder = Files.isDirectory(Path.of(entry));
            classes.append('\n').append(entry).append(' ').append(isFolder ? newest(entry) : 0);
            classPath.add(isFolder ? jar(classPath.size()) : entry);
        }
        Path madeFor = FOLDER.resolve("made-for");
        if (!Files.exists(madeFor) || !Files.readString(madeFor).contentEquals(classes)) {
            Files.deleteIfExists(madeFor);
            for (int i = 0; i < entries.length; i++) {
                if (!classPath.get(i).equals(entries[i])) {
                    pack(entries[i], classPath.get(i));
                }
            }
            archive(String.join(File.pathSeparator, classPath));
            Files.writeString(madeFor, classes);
        }
        return classPath;
    }

    private static String jar(int number) {
        return FOLDER.resolve(number + ".jar").toString();
    }

    /** The time of the newest file. */
    private static long newest(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        }
    }

    private static void pack(String folder, String jar) {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        int exitCode =
                tool.run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        jar,
                        "-C",
                        folder,
                        ".");
        if (exitCode != 0) {
            throw new IllegalStateException("cannot pack " + folder);
        }
    }

    private static void archive(String classPath) throws IOException {
        List<String> command = new ArrayList<>(plainJava());
        command.addAll(
                List.of(
                        "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                        "-cp",
                        classPath,
                        Archived.class.getName()));
        Process training = new ProcessBuilder(command).redirectErrorStream(true).start();
        training.getOutputStream().close();
        String output = new String(training.getInputStream().readAllBytes(), UTF_8);
        try {
            if (training.waitFor() != 0 || !Files.exists(ARCHIVE)) {
                throw new IllegalStateException("no archive was made: " + output);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Runs the commands whose classes the archive is to hold. */
    static final class Archived {

        private Archived() {}

        public static void main(String... arguments) throws IOException, InterruptedException {
            Training.main(new String[] {"ledger"});
            Training.main(new String[] {"serve"});
        }
    }
}
