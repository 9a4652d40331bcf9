package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.SpendTotals.TokenTotals;
import io.genledger.domain.report.SpendTotals.UnknownCounts;
import io.genledger.domain.token.TokenCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The figures that a report sums: their columns in each rollup, and their values in an entry. */
final class Figures {

    private record Figure(Field<Long> column, Field<Long> ofEntry) {}

    /** An amount has two figures: microdollars, and the rest in picodollars. */
    private static final List<Figure> ALL = new ArrayList<>();

    /** The place of the number of generations. */
    static final int REQUESTS = add(ROLLUP_DAY.REQUESTS, inline(1L));
    private static final int UNKNOWN_SPEND =
            add(ROLLUP_DAY.UNKNOWN_SPEND, oneIf(ENTRY.SPEND_PICOUSD.isNull()));
    private static final int UNKNOWN_CREDITS =
            add(ROLLUP_DAY.UNKNOWN_CREDITS, oneIf(ENTRY.CREDITS_PICOUSD.isNull()));
    private static final int UNKNOWN_UPSTREAM =
            add(ROLLUP_DAY.UNKNOWN_BYOK_UPSTREAM, oneIf(ENTRY.BYOK_UPSTREAM_PICOUSD.isNull()));
    private static final int UNKNOWN_DISCOUNT =
            add(
                    ROLLUP_DAY.UNKNOWN_CACHE_DISCOUNT,
                    oneIf(
                            ENTRY.CACHED_TOKENS
                                    .gt(inline(0L))
                                    .and(ENTRY.CACHE_DISCOUNT_PICOUSD.isNull())));

    /** The place of the spend's microdollars; the rest follows. */
    static final int SPEND =
            add(ROLLUP_DAY.SPEND_MICROUSD, ROLLUP_DAY.SPEND_PICOUSD, ENTRY.SPEND_PICOUSD);

    private static final int CREDITS =
            add(ROLLUP_DAY.CREDITS_MICROUSD, ROLLUP_DAY.CREDITS_PICOUSD, ENTRY.CREDITS_PICOUSD);
    private static final int FEE =
            add(ROLLUP_DAY.BYOK_FEE_MICROUSD, ROLLUP_DAY.BYOK_FEE_PICOUSD, ENTRY.BYOK_FEE_PICOUSD);
    private static final int UPSTREAM =
            add(
                    ROLLUP_DAY.BYOK_UPSTREAM_MICROUSD,
                    ROLLUP_DAY.BYOK_UPSTREAM_PICOUSD,
                    ENTRY.BYOK_UPSTREAM_PICOUSD);
    private static final int DISCOUNT =
            add(
                    ROLLUP_DAY.CACHE_DISCOUNT_MICROUSD,
                    ROLLUP_DAY.CACHE_DISCOUNT_PICOUSD,
                    ENTRY.CACHE_DISCOUNT_PICOUSD);
    private static final int PROMPT = add(ROLLUP_DAY.PROMPT_TOKENS, ENTRY.PROMPT_TOKENS);
    private static final int COMPLETION =
            add(ROLLUP_DAY.COMPLETION_TOKENS, ENTRY.COMPLETION_TOKENS);
    private static final int REASONING = add(ROLLUP_DAY.REASONING_TOKENS, ENTRY.REASONING_TOKENS);
    private static final int CACHED = add(ROLLUP_DAY.CACHED_TOKENS, ENTRY.CACHED_TOKENS);

    /** The columns of the figures; those of all rollups have the names of {@code rollup_day}. */
    static final List<Field<Long>> COLUMNS = ALL.stream().map(Figure::column).toList();

    /** The figures of one entry, in the same order; null adds nothing. */
    static final List<Field<Long>> OF_ENTRY = ALL.stream().map(Figure::ofEntry).toList();

    private final Record row;
    private final int start;

    private Figures(Record row, int start) {
        this.row = row;
        this.start = start;
    }

    /** The totals in a row whose sums begin in the column {@code start}. */
    static SpendTotals totals(Record row, int start) {
        return new Figures(row, start).totals();
    }

    private SpendTotals totals() {
        return new SpendTotals(
                number(REQUESTS),
                amount(SPEND),
                amount(CREDITS),
                amount(FEE),
                amount(UPSTREAM),
                amount(DISCOUNT),
                new TokenTotals(tokens(PROMPT), tokens(COMPLETION), tokens(REASONING), tokens(CACHED)),
                new UnknownCounts(
                        number(UNKNOWN_SPEND),
                        number(UNKNOWN_CREDITS),
                        number(UNKNOWN_UPSTREAM),
                        number(UNKNOWN_DISCOUNT)));
    }

    private UsdAmount amount(int index) {
        return Picodollars.sum(number(index), number(index + 1));
    }

    private TokenCount tokens(int index) {
        return new TokenCount(number(index));
    }

    /** The sum of a figure; 0 if it is unknown in every entry. */
    private long number(int index) {
        @Nullable Long sum = (Long) row.get(start + index);
        return Optional.ofNullable(sum).orElse(0L);
    }

    private static int add(Field<Long> column, Field<Long> ofEntry) {
        ALL.add(new Figure(column, ofEntry));
        return ALL.size() - 1;
    }

    private static int add(Field<Long> micros, Field<Long> rest, Field<Long> amount) {
        int index = add(micros, amount.div(inline(Picodollars.SPLIT)));
        add(rest, amount.mod(inline(Picodollars.SPLIT)));
        return index;
    }

    private static Field<Long> oneIf(Condition condition) {
        return when(condition, inline(1L)).otherwise(inline(0L));
    }
}
