package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.statement.Picodollars;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** The figures that a report sums: their columns in each rollup, and their values in an entry. */
public final class Figures {

    private record Figure(Field<Long> column, Field<Long> ofEntry) {}

    private static final List<Figure> ALL = new ArrayList<>();
    private static final Field<Long> SIGN = ENTRY.SIGN.coerce(Long.class);

    // Places in the lists of figures. An amount has two: microdollars, and the rest in picodollars.
    public static final int REQUESTS = add(ROLLUP_DAY.REQUESTS, SIGN);
    public static final int PROVISIONAL =
            add(
                    ROLLUP_DAY.PROVISIONAL,
                    countIf(ENTRY.TRUST.eq(inline(EntryDimension.PROVISIONAL))));
    public static final int UNKNOWN_SPEND =
            add(ROLLUP_DAY.UNKNOWN_SPEND, countIf(ENTRY.SPEND_PICOUSD.isNull()));
    public static final int UNKNOWN_CREDITS =
            add(ROLLUP_DAY.UNKNOWN_CREDITS, countIf(ENTRY.CREDITS_PICOUSD.isNull()));
    public static final int UNKNOWN_UPSTREAM =
            add(ROLLUP_DAY.UNKNOWN_BYOK_UPSTREAM, countIf(ENTRY.BYOK_UPSTREAM_PICOUSD.isNull()));
    public static final int UNKNOWN_DISCOUNT =
            add(
                    ROLLUP_DAY.UNKNOWN_CACHE_DISCOUNT,
                    countIf(
                            ENTRY.CACHED_TOKENS
                                    .gt(inline(0L))
                                    .and(ENTRY.CACHE_DISCOUNT_PICOUSD.isNull())));
    public static final int SPEND =
            add(ROLLUP_DAY.SPEND_MICROUSD, ROLLUP_DAY.SPEND_PICOUSD, ENTRY.SPEND_PICOUSD);
    public static final int CREDITS =
            add(ROLLUP_DAY.CREDITS_MICROUSD, ROLLUP_DAY.CREDITS_PICOUSD, ENTRY.CREDITS_PICOUSD);
    public static final int FEE =
            add(ROLLUP_DAY.BYOK_FEE_MICROUSD, ROLLUP_DAY.BYOK_FEE_PICOUSD, ENTRY.BYOK_FEE_PICOUSD);
    public static final int UPSTREAM =
            add(
                    ROLLUP_DAY.BYOK_UPSTREAM_MICROUSD,
                    ROLLUP_DAY.BYOK_UPSTREAM_PICOUSD,
                    ENTRY.BYOK_UPSTREAM_PICOUSD);
    public static final int DISCOUNT =
            add(
                    ROLLUP_DAY.CACHE_DISCOUNT_MICROUSD,
                    ROLLUP_DAY.CACHE_DISCOUNT_PICOUSD,
                    ENTRY.CACHE_DISCOUNT_PICOUSD);
    public static final int PROMPT = addSum(ROLLUP_DAY.PROMPT_TOKENS, ENTRY.PROMPT_TOKENS);
    public static final int COMPLETION =
            addSum(ROLLUP_DAY.COMPLETION_TOKENS, ENTRY.COMPLETION_TOKENS);
    public static final int REASONING = addSum(ROLLUP_DAY.REASONING_TOKENS, ENTRY.REASONING_TOKENS);
    public static final int CACHED = addSum(ROLLUP_DAY.CACHED_TOKENS, ENTRY.CACHED_TOKENS);
    public static final int IMAGES = addSum(ROLLUP_DAY.IMAGE_TOKENS, ENTRY.IMAGE_TOKENS);
    public static final int GENERATION_TIME =
            add(
                    ROLLUP_DAY.GENERATION_TIME_US,
                    when(ENTRY.COMPLETION_TOKENS.isNotNull(), ENTRY.GENERATION_TIME_US.mul(SIGN)));
    public static final int TIMED_TOKENS =
            add(
                    ROLLUP_DAY.TIMED_TOKENS,
                    when(ENTRY.GENERATION_TIME_US.isNotNull(), ENTRY.COMPLETION_TOKENS.mul(SIGN)));
    public static final int UNKNOWN_PROMPT =
            add(ROLLUP_DAY.UNKNOWN_PROMPT_TOKENS, countIf(ENTRY.PROMPT_TOKENS.isNull()));
    public static final int UNKNOWN_COMPLETION =
            add(ROLLUP_DAY.UNKNOWN_COMPLETION_TOKENS, countIf(ENTRY.COMPLETION_TOKENS.isNull()));
    public static final int UNKNOWN_REASONING =
            add(ROLLUP_DAY.UNKNOWN_REASONING_TOKENS, countIf(ENTRY.REASONING_TOKENS.isNull()));
    public static final int UNKNOWN_CACHED =
            add(ROLLUP_DAY.UNKNOWN_CACHED_TOKENS, countIf(ENTRY.CACHED_TOKENS.isNull()));
    public static final int UNPRICED =
            add(
                    ROLLUP_DAY.UNPRICED_MICROUSD,
                    ROLLUP_DAY.UNPRICED_PICOUSD,
                    when(isUnpriced(), ENTRY.SPEND_PICOUSD));
    public static final int UNPRICED_TOKENS =
            addSum(
                    ROLLUP_DAY.UNPRICED_TOKENS,
                    when(
                            isUnpriced(),
                            known(ENTRY.PROMPT_TOKENS).plus(known(ENTRY.COMPLETION_TOKENS))));
    public static final int UNRATED_PROMPT =
            addSum(
                    ROLLUP_DAY.UNRATED_PROMPT_TOKENS,
                    when(ENTRY.CACHED_TOKENS.isNull(), ENTRY.PROMPT_TOKENS));
    public static final int UNRATED_CACHED =
            addSum(
                    ROLLUP_DAY.UNRATED_CACHED_TOKENS,
                    when(ENTRY.PROMPT_TOKENS.isNull(), ENTRY.CACHED_TOKENS));

    /** The columns of the figures; those of all rollups have the names of {@code rollup_day}. */
    public static final List<Field<Long>> COLUMNS = ALL.stream().map(Figure::column).toList();

    /**
     * The figures of one entry, negated if it cancels one, in the same order; null adds nothing.
     */
    public static final List<Field<Long>> OF_ENTRY = ALL.stream().map(Figure::ofEntry).toList();

    private Figures() {}

    private static int addSum(Field<Long> column, Field<Long> figure) {
        return add(column, figure.mul(SIGN));
    }

    private static int add(Field<Long> column, Field<Long> ofEntry) {
        ALL.add(new Figure(column, ofEntry));
        return ALL.size() - 1;
    }

    private static int add(Field<Long> micros, Field<Long> rest, Field<Long> amount) {
        int index = addSum(micros, amount.div(inline(Picodollars.SPLIT)));
        addSum(rest, amount.mod(inline(Picodollars.SPLIT)));
        return index;
    }

    private static Condition isUnpriced() {
        return ENTRY.SPEND_PICOUSD
                .isNull()
                .or(ENTRY.PROMPT_TOKENS.isNull())
                .or(ENTRY.COMPLETION_TOKENS.isNull());
    }

    private static Field<Long> known(Field<Long> figure) {
        return coalesce(figure, inline(0L));
    }

    private static Field<Long> countIf(Condition condition) {
        return when(condition, SIGN);
    }
}
