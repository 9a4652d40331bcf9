package io.genledger.adapter.sql.verify;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.statement.FloorDivision;
import io.genledger.adapter.sql.statement.Picodollars;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * What an entry adds to the sums of a rollup, in SQL. It states once more what the rollup room
 * computes in Java, so that neither is checked with itself.
 */
public final class EntrySums {

    /** The quarter of an hour in which the generation was created, since 1970. */
    public static final Field<Integer> QUARTER =
            FloorDivision.of(ENTRY.CREATED_US, QUARTER_MICROS).cast(SQLDataType.INTEGER);

    private static final Field<Long> SIGN = ENTRY.SIGN.cast(SQLDataType.BIGINT);

    /** The sums by the names of their columns, which are the same in every rollup. */
    private static final Map<String, Field<Long>> OF_ENTRY = ofEntry();

    /** The names of the columns that are sums, in their order. */
    public static final List<String> NAMES = names();

    private EntrySums() {}

    private static List<String> names() {
        int keys = Objects.requireNonNull(ROLLUP_DAY.getPrimaryKey()).getFields().size();
        return Arrays.stream(ROLLUP_DAY.fields()).skip(keys).map(Field::getName).toList();
    }

    /** Entries of the quarters from {@code first} to {@code last}, both included. */
    public static Condition inQuarters(int first, int last) {
        return ENTRY.CREATED_US
                .ge(inline(first * QUARTER_MICROS))
                .and(ENTRY.CREATED_US.lt(inline((last + 1) * QUARTER_MICROS)));
    }

    /** What a row of {@code entry} adds to a column of that name. */
    public static Field<Long> ofEntry(String column) {
        return Objects.requireNonNull(OF_ENTRY.get(column), column);
    }

    private static Map<String, Field<Long>> ofEntry() {
        Map<String, Field<Long>> sums = new LinkedHashMap<>();
        sums.put("requests", SIGN);
        sums.put("provisional", signIf(ENTRY.TRUST.eq(inline(EntryDimension.PROVISIONAL))));
        sums.put("unknown_spend", signIf(ENTRY.SPEND_PICOUSD.isNull()));
        sums.put("unknown_credits", signIf(ENTRY.CREDITS_PICOUSD.isNull()));
        sums.put("unknown_byok_upstream", signIf(ENTRY.BYOK_UPSTREAM_PICOUSD.isNull()));
        sums.put(
                "unknown_cache_discount",
                signIf(
                        ENTRY.CACHE_DISCOUNT_PICOUSD
                                .isNull()
                                .and(ENTRY.CACHED_TOKENS.gt(inline(0L)))));
        putAmount(sums, "spend", ENTRY.SPEND_PICOUSD);
        putAmount(sums, "credits", ENTRY.CREDITS_PICOUSD);
        putAmount(sums, "byok_fee", ENTRY.BYOK_FEE_PICOUSD);
        putAmount(sums, "byok_upstream", ENTRY.BYOK_UPSTREAM_PICOUSD);
        putAmount(sums, "cache_discount", ENTRY.CACHE_DISCOUNT_PICOUSD);
        sums.put("prompt_tokens", signed(ENTRY.PROMPT_TOKENS));
        sums.put("completion_tokens", signed(ENTRY.COMPLETION_TOKENS));
        sums.put("reasoning_tokens", signed(ENTRY.REASONING_TOKENS));
        sums.put("cached_tokens", signed(ENTRY.CACHED_TOKENS));
        sums.put("image_tokens", signed(ENTRY.IMAGE_TOKENS));
        Condition timed =
                ENTRY.GENERATION_TIME_US.isNotNull().and(ENTRY.COMPLETION_TOKENS.isNotNull());
        sums.put("generation_time_us", signedIf(timed, ENTRY.GENERATION_TIME_US));
        sums.put("timed_tokens", signedIf(timed, ENTRY.COMPLETION_TOKENS));
        putGaps(sums);
        return sums;
    }

    private static void putGaps(Map<String, Field<Long>> sums) {
        for (Field<Long> tokens :
                List.of(
                        ENTRY.PROMPT_TOKENS,
                        ENTRY.COMPLETION_TOKENS,
                        ENTRY.REASONING_TOKENS,
                        ENTRY.CACHED_TOKENS)) {
            sums.put("unknown_" + tokens.getName(), signIf(tokens.isNull()));
        }
        Condition unpriced =
                ENTRY.PROMPT_TOKENS
                        .plus(ENTRY.COMPLETION_TOKENS)
                        .plus(ENTRY.SPEND_PICOUSD)
                        .isNull();
        putAmount(sums, "unpriced", when(unpriced, ENTRY.SPEND_PICOUSD));
        sums.put(
                "unpriced_tokens",
                signedIf(unpriced, ENTRY.PROMPT_TOKENS)
                        .plus(signedIf(unpriced, ENTRY.COMPLETION_TOKENS)));
        Condition unrated = ENTRY.PROMPT_TOKENS.plus(ENTRY.CACHED_TOKENS).isNull();
        sums.put("unrated_prompt_tokens", signedIf(unrated, ENTRY.PROMPT_TOKENS));
        sums.put("unrated_cached_tokens", signedIf(unrated, ENTRY.CACHED_TOKENS));
    }

    private static Field<Long> signedIf(Condition condition, Field<Long> figure) {
        return when(condition, signed(figure)).else_(inline(0L));
    }

    private static Field<Long> signIf(Condition condition) {
        return when(condition, SIGN).else_(inline(0L));
    }

    private static Field<Long> signed(Field<Long> figure) {
        return SIGN.times(coalesce(figure, inline(0L)));
    }

    private static void putAmount(Map<String, Field<Long>> sums, String name, Field<Long> amount) {
        Field<Long> known = coalesce(amount, inline(0L));
        sums.put(name + "_microusd", SIGN.times(known.div(inline(Picodollars.SPLIT))));
        sums.put(name + "_picousd", SIGN.times(known.mod(inline(Picodollars.SPLIT))));
    }
}
