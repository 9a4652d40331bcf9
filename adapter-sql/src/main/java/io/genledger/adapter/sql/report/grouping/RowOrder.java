package io.genledger.adapter.sql.report.grouping;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import java.util.List;
import java.util.function.IntFunction;
import org.jooq.Field;
import org.jooq.OrderField;

/** The order of a report's rows. */
record RowOrder(SpendOrder.By by, boolean isReversed) {

    private static final Field<Long> SPLIT = inline(Picodollars.SPLIT);

    static RowOrder of(SpendQuery query) {
        return new RowOrder(query.order().by(query.startsWithTime()), query.order().isReversed());
    }

    /**
     * The values that decide before the group does, the first one first.
     *
     * @param figure the value of a figure; null if it is unknown everywhere
     */
    List<Field<Long>> measures(IntFunction<Field<Long>> figure) {
        return switch (by) {
            case STANDARD, GROUP -> List.of();
            case REQUESTS -> List.of(known(figure, Figures.REQUESTS));
            case SPEND -> amount(figure, Figures.SPEND);
            case CREDITS -> amount(figure, Figures.CREDITS);
            case BYOK_UPSTREAM -> amount(figure, Figures.UPSTREAM);
            case CACHE_SAVING -> amount(figure, Figures.DISCOUNT);
            case TOKENS ->
                    List.of(known(figure, Figures.PROMPT).plus(known(figure, Figures.COMPLETION)));
            case PROMPT_TOKENS -> List.of(known(figure, Figures.PROMPT));
            case COMPLETION_TOKENS -> List.of(known(figure, Figures.COMPLETION));
            case REASONING_TOKENS -> List.of(known(figure, Figures.REASONING));
            case CACHED_TOKENS -> List.of(known(figure, Figures.CACHED));
        };
    }

    /** A rest that is not negative, so that two sums compare by their two parts. */
    private static List<Field<Long>> amount(IntFunction<Field<Long>> figure, int index) {
        Field<Long> remainders = known(figure, index + 1);
        Field<Long> rest = remainders.mod(SPLIT).plus(SPLIT).mod(SPLIT);
        Field<Long> whole = known(figure, index).plus(remainders.minus(rest).div(SPLIT));
        return List.of(whole, rest);
    }

    private static Field<Long> known(IntFunction<Field<Long>> figure, int index) {
        return coalesce(figure.apply(index), inline(0L));
    }

    /** The greatest value first. */
    OrderField<?> ofMeasure(Field<Long> measure) {
        return isReversed ? measure.asc() : measure.desc();
    }

    /** The earliest time or the lowest text first, absent texts last. */
    OrderField<?> ofKey(Field<?> key) {
        return by == SpendOrder.By.GROUP && isReversed
                ? key.desc().nullsFirst()
                : key.asc().nullsLast();
    }
}
