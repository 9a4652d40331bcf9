package io.genledger.adapter.sql.report.grouping;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.genledger.adapter.sql.report.range.HourNumber;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Field;

/**
 * A dimension of a report as a column by which its rows are grouped: numbers of periods, numbers of
 * texts, or texts.
 *
 * @param dimension the dimension
 * @param index its place among those of the report
 * @param text how its texts are stored; empty for a time
 */
record GroupKey(Dimension dimension, int index, Optional<TextDimension> text) {

    /**
     * The keys of {@code query}, in the order of its dimensions.
     *
     * @param texts how the rows have the texts of a dimension
     */
    static List<GroupKey> of(SpendQuery query, Function<Dimension, TextDimension> texts) {
        List<Dimension> dimensions = query.dimensions();
        return IntStream.range(0, dimensions.size())
                .mapToObj(i ->
                        new GroupKey(
                                dimensions.get(i),
                                i,
                                Optional.of(dimensions.get(i))
                                        .filter(one -> !one.isTime())
                                        .map(texts)))
                .toList();
    }

    /** The column of the key. */
    Field<?> column() {
        return field(name("key" + index), type());
    }

    /** The column of the key in the table {@code alias}. */
    Field<?> in(String alias) {
        return field(name(alias, "key" + index), type());
    }

    private DataType<?> type() {
        return text.<DataType<?>>map(one -> one.column().isPresent() ? INTEGER : VARCHAR)
                .orElse(BIGINT);
    }

    /** Whether texts of several numbers are one group. */
    boolean isPart() {
        return text.filter(TextDimension::isPart).isPresent();
    }

    /**
     * The key of a row of {@code source}.
     *
     * @param period the number of the row's period in a dimension of time
     */
    Field<?> of(SpendSource source, Function<GroupKey, Field<Long>> period) {
        if (text.isPresent()) {
            return source.column(text.get());
        }
        return dimension == Dimension.HOUR
                ? HourNumber.of(source.micros(), period.apply(this))
                : period.apply(this);
    }
}
