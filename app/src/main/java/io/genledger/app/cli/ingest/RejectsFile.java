package io.genledger.app.cli.ingest;

import io.genledger.ports.document.RejectedDocuments;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the imported one that holds what could not be read, to be mended and imported
 * again. It is made when it is needed first, and made anew by each import of the same file; what
 * came from standard input is there only once, so that file is carried on.
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

    /** The exceptions of file systems often say nothing but the file's name. */
    private OutputStream open() throws IOException {
        try {
            return new BufferedOutputStream(
                    Files.newOutputStream(
                            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, existing));
        } catch (IOException failure) {
            throw new IOException(
                    path
                            + " cannot be written ("
                            + failure.getClass().getSimpleName()
                            + "), so a document that cannot be read cannot be kept aside; allow"
                            + " writing there and import again",
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
