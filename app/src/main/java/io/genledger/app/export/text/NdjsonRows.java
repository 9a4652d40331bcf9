package io.genledger.app.export.text;

import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.export.ExportRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The archived documents byte for byte, one a line: only their line ends are left out. */
public final class NdjsonRows implements FormatRows {

    /** The documentation of a line. */
    public static final List<NamedColumn> COLUMNS =
            List.of(
                    new NamedColumn(
                            "(whole line)",
                            "JSON in UTF-8",
                            false,
                            "archived document of the newest revision, without its line ends"));

    private final OutputStream out;

    /** Writes to {@code out}. */
    public NdjsonRows(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() {}

    /** In JSON, line ends stand between tokens only. */
    @Override
    public boolean row(ExportRow row) throws IOException {
        Optional<MetadataDocument> document = row.document();
        if (document.isEmpty() || document.get().removal().isPresent()) {
            return false;
        }
        byte[] bytes = document.get().bytes();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                out.write(bytes, start, i - start);
                start = i + 1;
            }
        }
        out.write(bytes, start, bytes.length - start);
        out.write('\n');
        return true;
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }
}
