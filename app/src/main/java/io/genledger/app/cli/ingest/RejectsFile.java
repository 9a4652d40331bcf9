package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.FileErrors;
import io.genledger.ports.document.RejectedDocuments;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the imported one with the documents that could not be read, to be corrected and
 * imported again. It is created when needed. Each import of the same file overwrites it. The file
 * for standard input, which cannot be read twice, is appended to.
 */
final class RejectsFile implements RejectedDocuments, AutoCloseable {

    private static final String SUFFIX = ".rejects";

    private final Path path;
    private final StandardOpenOption existing;
    private @Nullable OutputStream stream;

    private RejectsFile(Path path, StandardOpenOption existing) {
        this.path = path;
        this.existing = existing;
    }

    static RejectsFile of(InputFile file) {
        return file.path()
                .map(RejectsFile::beside)
                .orElseGet(() ->
                        new RejectsFile(Path.of(file.name() + SUFFIX), StandardOpenOption.APPEND));
    }

    /** The rejects of {@code imported}, in its folder. */
    static RejectsFile beside(Path imported) {
        return new RejectsFile(
                imported.resolveSibling(imported.getFileName() + SUFFIX),
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    Path path() {
        return path;
    }

    @Override
    public void keep(byte[] bytes) throws IOException {
        if (stream == null) {
            stream = open();
        }
        stream.write(bytes);
    }

    private OutputStream open() throws IOException {
        try {
            return new BufferedOutputStream(
                    Files.newOutputStream(
                            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, existing));
        } catch (IOException failure) {
            throw new IOException(
                    path
                            + " cannot be written ("
                            + FileErrors.reason(failure)
                            + "), so a document that cannot be read cannot be kept there; make the"
                            + " folder writable and import again",
                    failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
