package io.genledger.app.web.ledger;

import io.genledger.app.export.ExportFormat;
import io.micronaut.http.MediaType;

/**
 * The file that a browser saves.
 *
 * @param name its name
 * @param type its media type
 */
record Download(String name, MediaType type) {

    /** The file of an export in {@code format}. */
    static Download of(ExportFormat format) {
        return switch (format) {
            case NDJSON -> file("genledger.ndjson", "application/x-ndjson");
            case CSV -> file("genledger.csv", "text/csv; charset=utf-8");
            case ACTIVITY_CSV -> file("genledger-activity.csv", "text/csv; charset=utf-8");
            case FOCUS -> file("genledger-focus.csv", "text/csv; charset=utf-8");
            case XLSX ->
                    file(
                            "genledger.xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            case PARQUET -> file("genledger.parquet", "application/vnd.apache.parquet");
        };
    }

    private static Download file(String name, String type) {
        return new Download(name, MediaType.of(type));
    }

    /** The value of the header Content-Disposition. */
    String disposition() {
        return "attachment; filename=\"" + name + "\"";
    }
}
