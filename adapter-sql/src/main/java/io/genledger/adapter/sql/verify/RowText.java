package io.genledger.adapter.sql.verify;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;

import io.genledger.adapter.sql.entry.EntryDimension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The key of a rollup's row as text, such as {@code 2025-08-20 account=default model=none}. */
final class RowText {

    private static final int QUARTER_SECONDS = 900;

    private final DSLContext sql;

    /** Reads the texts of dimensions with {@code sql}. */
    RowText(DSLContext sql) {
        this.sql = sql;
    }

    /** The text of {@code row}, which has the columns {@code keys}. */
    String of(String table, List<String> keys, Record row) {
        StringBuilder text = new StringBuilder();
        for (String key : keys) {
            int number = row.get(key, Integer.class);
            text.append(text.isEmpty() ? "" : " ").append(of(table, key, number));
        }
        return text.toString().replace(" value=", "=");
    }

    private String of(String table, String key, int number) {
        return switch (key) {
            case "bucket" ->
                    table.startsWith("rollup_quarter")
                            ? Instant.ofEpochSecond((long) number * QUARTER_SECONDS).toString()
                            : LocalDate.ofEpochDay(number).toString();
            case "day" -> LocalDate.ofEpochDay(number).toString();
            case "dimension" -> dimension(number);
            case "finding" -> key + "=" + number;
            default -> key + "=" + value(number);
        };
    }

    private static String dimension(int code) {
        return EntryDimension.all().stream()
                .filter(dimension -> dimension.code() == code)
                .map(EntryDimension::label)
                .findFirst()
                .orElse("dimension" + code);
    }

    private String value(int number) {
        return number == 0
                ? "none"
                : sql.select(DIMENSION_VALUE.VALUE)
                        .from(DIMENSION_VALUE)
                        .where(DIMENSION_VALUE.NUMBER.eq(number))
                        .fetchOptional(DIMENSION_VALUE.VALUE)
                        .orElse("(number " + number + ")");
    }
}
