package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/**
 * The columns that the database groups by, and the group of each row.
 *
 * @param query the dimensions and the zone
 * @param bucket the time bucket from which days and months are derived
 */
record Groups(SpendQuery query, Field<Long> bucket) {

    static Groups of(SpendQuery query) {
        return new Groups(query, TimeBuckets.in(query.zone()).as("bucket"));
    }

    /** The distinct columns to group by; empty for a single sum over all. */
    List<Field<?>> columns() {
        return query.dimensions().stream().<Field<?>>map(this::column).distinct().toList();
    }

    /** The group of a row: a value for each dimension, empty where the record states none. */
    List<Optional<String>> of(Record row) {
        return query.dimensions().stream().map(dimension -> value(dimension, row)).toList();
    }

    private Field<?> column(Dimension dimension) {
        return switch (dimension) {
            case DAY, MONTH -> bucket;
            case MODEL -> GENERATION.MODEL;
            case PROVIDER -> GENERATION.PROVIDER_NAME;
            case APP -> GENERATION.APP_ID;
            case USER -> GENERATION.EXTERNAL_USER;
        };
    }

    private Optional<String> value(Dimension dimension, Record row) {
        return switch (dimension) {
            case DAY -> Optional.of(LocalDate.from(timeOf(row)).toString());
            case MONTH -> Optional.of(YearMonth.from(timeOf(row)).toString());
            case MODEL, PROVIDER, APP, USER ->
                    Optional.ofNullable(row.get(column(dimension))).map(Object::toString);
        };
    }

    private ZonedDateTime timeOf(Record row) {
        return Instant.ofEpochSecond(row.get(bucket)).atZone(query.zone());
    }
}
