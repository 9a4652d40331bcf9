package io.genledger.app.cli.ingest.rejects;

import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.render.Numbers;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rejected documents in a file, to be mended and imported: all of them, of any length, each ended
 * by a line end. Keys in them are hidden. The file is created for the first one.
 */
public final class RejectsFile implements RejectedDocuments, AutoCloseable {

    /** Opens a file for writing. */
    @FunctionalInterface
    public interface Opener {
        /** The new, empty file. */
        OutputStream open() throws IOException;
    }

    private final String name;
    private final Opener opener;
    private @Nullable OutputStream stream;
    private @Nullable IOException failed;
    private long begun;
    private long written;
    private boolean endsInLine;

    /** Keeps them in the file {@code name}, which is opened when there is one. */
    public RejectsFile(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public void begin(Rejection rejection) throws IOException {
        endLine();
        begun++;
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            write(bytes);
            endsInLine = bytes[bytes.length - 1] != '\n';
        }
    }

    private void endLine() throws IOException {
        if (endsInLine) {
            write(new byte[] {'\n'});
            endsInLine = false;
        }
    }

    private void write(byte[] bytes) throws IOException {
        try {
            if (stream == null) {
                stream = new KeyHiding(opener.open());
            }
            stream.write(bytes);
        } catch (IOException failure) {
            throw explained(failure);
        }
    }

    @Override
    public void commit() throws IOException {
        if (failed != null) {
            throw explained(failed);
        }
        endLine();
        try {
            if (stream != null) {
                stream.flush();
            }
        } catch (IOException failure) {
            throw explained(failure);
        }
        written = begun;
    }

    /** A document of which a part could not be written is not kept by a later commit. */
    private IOException explained(IOException failure) {
        failed = failure;
        return new IOException(
                "%s cannot be written (%s); %s of %s rejected documents are complete in it"
                        .formatted(
                                name,
                                FileErrors.reason(failure),
                                Numbers.count(written),
                                Numbers.count(begun)),
                failure);
    }

    @Override
    public RejectsKept kept() {
        return new RejectsKept(written, 0, List.of());
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
