package io.genledger.adapter.json.activity;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/** Reads the CSV that OpenRouter's Activity page exports, and its archived rows. */
public final class ActivityReader {

    private static final Binding<WireRow.Archived> ROWS = new Binding<>(WireRow.Archived.class);

    private ActivityReader() {}

    /**
     * Whether {@code firstLine}, without a byte order mark, is the header of an export of the
     * Activity page: one that {@link #read} reads, or refuses as a whole because it is aggregated
     * or a spreadsheet changed it.
     */
    public static boolean isHeader(String firstLine) {
        return ActivityHeader.isHeader(firstLine);
    }

    /**
     * Passes every row of an export to {@code contents}, with bounded memory. A row that cannot be
     * read is rejected and the others are not affected; without a header that names the columns the
     * whole file is rejected once.
     *
     * @param stream the export in UTF-8, with or without a byte order mark
     * @param clock states the time of receipt of a row when it is read
     * @throws IOException if {@code stream} cannot be read, or {@code contents} throws it
     */
    public static void read(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        new ActivityFile(new RowLines(stream), clock, contents).read();
    }

    /**
     * The generation that an archived row states: {@code {"genledger":"activity-row","row":{…}}}.
     *
     * @throws UndecodableDocumentException if a cell is invalid; its field is {@code row.} and the
     *     name of the column
     */
    public static Generation decode(DocumentInput document) {
        WireRow row =
                document.read(ROWS::document)
                        .row()
                        .value()
                        .orElseThrow(() -> DocumentInput.refusal("row", "a row, found none"));
        return new RowMapper(row, document).generation();
    }
}
