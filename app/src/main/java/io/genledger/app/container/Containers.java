package io.genledger.app.container;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import io.genledger.ports.usecase.intake.files.UnreadableFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens files that are compressed by gzip, zip or zstd, recognised by their content, and the same
 * within each other once. Nothing is written to a disk, and memory is bounded.
 */
public final class Containers {

    /** A file in a container in a container. */
    private static final int DEEPEST = 2;

    private final Limits limits;

    Containers(Limits limits) {
        this.limits = limits;
    }

    /** Opens containers within the usual limits. */
    public Containers() {
        this(Limits.STANDARD);
    }

    /** Opens containers within the limits of one request to a server. */
    public static Containers ofRequest() {
        return new Containers(Limits.OF_REQUEST);
    }

    /**
     * Passes every file in {@code stream} on: the stream itself if it is no container. Hidden files
     * and rejected documents in an archive are left out, as in a folder. A file in {@code a.zip} is
     * named {@code a.zip!/folder/name}. Faults of a container are passed on, too.
     *
     * @throws IOException if {@code stream} fails, or {@code files} throws it
     */
    public void open(String name, InputStream stream, ImportFiles.Visitor files)
            throws IOException {
        AtomicLong packed = new AtomicLong();
        try {
            open(name, counting(stream, packed), 0, packed, files);
        } catch (UnreadableFileException fault) {
            files.unreadable(fault.file(), fault.reason());
        }
    }

    private void open(
            String name,
            InputStream stream,
            int depth,
            AtomicLong packed,
            ImportFiles.Visitor files)
            throws IOException {
        ReadAhead bytes = new ReadAhead(stream);
        Format format = Format.of(bytes.peek(Format.START));
        Optional<String> refusal = format.refusal();
        if (refusal.isPresent()) {
            throw new UnreadableFileException(name, refusal.get(), null);
        }
        if (!format.isContainer()) {
            files.file(name, bytes);
            return;
        }
        Unpacking unpacking = new Unpacking(name, limits, packed::get);
        if (depth == DEEPEST) {
            throw unpacking.fault("it is compressed more than twice; unpack it first", null);
        }
        switch (format) {
            case ZIP -> openZip(name, bytes, depth, packed, unpacking, files);
            case GZIP -> {
                InputStream unpacked = unpacking.checked(() -> new WholeGzip(bytes));
                open(name, unpacking.checked(unpacked), depth + 1, packed, files);
            }
            default -> {
                try (InputStream unpacked = new ZstdInputStreamNoFinalizer(bytes)) {
                    open(name, unpacking.checked(unpacked), depth + 1, packed, files);
                }
            }
        }
    }

    private void openZip(
            String name,
            InputStream stream,
            int depth,
            AtomicLong packed,
            Unpacking unpacking,
            ImportFiles.Visitor files)
            throws IOException {
        ZipEnd end = new ZipEnd(stream);
        // Names that are not marked as UTF-8 may hold any bytes.
        try (ZipInputStream zip = new ZipInputStream(end, StandardCharsets.ISO_8859_1)) {
            InputStream unpacked = unpacking.checked(zip);
            long opened = 0;
            @Nullable ZipEntry entry;
            for (long entries = 1;
                    (entry = unpacking.checked(zip::getNextEntry)) != null;
                    entries++) {
                if (entries > limits.entries()) {
                    throw unpacking.fault(
                            "it holds more than "
                                    + limits.entries()
                                    + " files; unpack it, and name the folder",
                            null);
                }
                if (!entry.isDirectory() && !Folder.isLeftOut(entry.getName())) {
                    opened++;
                    try {
                        open(name + "!/" + entry.getName(), unpacked, depth + 1, packed, files);
                    } catch (UnreadableFileException fault) {
                        if (fault.file().equals(name)) {
                            throw fault;
                        }
                        files.unreadable(fault.file(), fault.reason());
                    }
                }
                // The next entry lies behind this one, which is unpacked within the limits, too.
                unpacked.transferTo(OutputStream.nullOutputStream());
            }
            if (!end.isSeenAtTheEnd()) {
                throw unpacking.fault("it is cut off; the files before that place were read", null);
            }
            if (opened == 0) {
                throw unpacking.fault("no document in it; hidden files are left out", null);
            }
        }
    }

    private static InputStream counting(InputStream stream, AtomicLong packed) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                packed.addAndGet(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int length = super.read(bytes, from, most);
                packed.addAndGet(Math.max(0, length));
                return length;
            }
        };
    }
}
