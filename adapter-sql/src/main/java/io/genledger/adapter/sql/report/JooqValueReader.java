package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.ports.report.ValueReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the texts of the dimensions by their index. */
public final class JooqValueReader implements ValueReader {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqValueReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<String> values(Dimension dimension, String beginning, int limit) {
        return switch (dimension) {
            case AUTHOR -> parts(ModelSlug::author, beginning, limit);
            case VARIANT -> parts(ModelSlug::variant, beginning, limit);
            default ->
                    Optional.of(dimension)
                            .filter(one -> !one.isTime())
                            .map(TextDimension::of)
                            .flatMap(TextDimension::column)
                            .map(column -> values(column, beginning, limit))
                            .orElse(List.of());
        };
    }

    private List<String> parts(
            Function<ModelSlug, Optional<String>> part, String beginning, int limit) {
        return values(Dimension.MODEL, "", Integer.MAX_VALUE).stream()
                .map(ModelSlug::new)
                .flatMap(model -> part.apply(model).stream())
                .filter(text -> text.startsWith(beginning))
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    /** Those that begin alike follow each other in the index. */
    private List<String> values(EntryDimension dimension, String beginning, int limit) {
        return connection.read(sql -> {
            String first = Engine.of(sql).storable(beginning);
            return sql
                    .select(DIMENSION_VALUE.VALUE)
                    .from(DIMENSION_VALUE)
                    .where(DIMENSION_VALUE.DIMENSION.eq(dimension.label()))
                    .and(DIMENSION_VALUE.VALUE.ge(first))
                    .orderBy(DIMENSION_VALUE.VALUE)
                    .limit(limit)
                    .fetch(DIMENSION_VALUE.VALUE)
                    .stream()
                    .takeWhile(value -> value.startsWith(first))
                    .toList();
        });
    }
}
