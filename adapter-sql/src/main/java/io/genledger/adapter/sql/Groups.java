package io.genledger.adapter.sql;

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
 * What the database groups by, and the group of the query that each of its groups belongs to.
 *
 * @param query what was asked
 * @param slice the stretch of time that stands for days and months
 */
record Groups(SpendQuery query, Field<Long> slice) {

    static Groups of(SpendQuery query) {
        return new Groups(query, TimeSlices.in(query.zone()).as("slice"));
    }

    /** Each once; none for a single sum. */
    List<Field<?>> columns() {
        return query.dimensions().stream().<Field<?>>map(this::column).distinct().toList();
    }

    /** Where a row of the database's belongs. */
    List<Optional<String>> of(Record row) {
        return query.dimensions().stream().map(dimension -> value(dimension, row)).toList();
    }

    private Field<?> column(Dimension dimension) {
        return switch (dimension) {
            case DAY, MONTH -> slice;
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
        return Instant.ofEpochSecond(row.get(slice)).atZone(query.zone());
    }
}
