package io.genledger.adapter.sql.lake.feed;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.ports.lake.FeedFigure;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * The columns of the view {@code entry_feed}, which a lake's table has, too, beside two own ones.
 */
public final class FeedColumns {

    public static final Field<Long> SEQ = of("seq", SQLDataType.BIGINT);
    public static final Field<Integer> SIGN = of("sign", SQLDataType.INTEGER);
    public static final Field<String> GENERATION = of("generation", SQLDataType.VARCHAR);
    public static final Field<Integer> REVISION = of("revision", SQLDataType.INTEGER);
    public static final Field<Long> RECORDED_US = of("recorded_us", SQLDataType.BIGINT);
    public static final Field<Long> CREATED_US = of("created_us", SQLDataType.BIGINT);

    public static final Field<String> REQUEST = of("request_id", SQLDataType.VARCHAR);

    /** The name of the ledger; not a column of the view. */
    public static final Field<String> LEDGER = of("ledger", SQLDataType.VARCHAR);

    /** The time of {@link #CREATED_US}, by which the lake's files are divided; not in the view. */
    public static final String CREATED = "created";

    /** All columns of the view, in its order. */
    public static final List<Field<?>> ALL = all();

    private FeedColumns() {}

    private static List<Field<?>> all() {
        List<Field<?>> all =
                new ArrayList<>(List.of(SEQ, SIGN, GENERATION, REVISION, RECORDED_US, CREATED_US));
        all.add(of("kind", SQLDataType.VARCHAR));
        EntryDimension.all().forEach(one -> all.add(of(one.label(), SQLDataType.VARCHAR)));
        all.add(REQUEST);
        for (FeedFigure figure : FeedFigure.values()) {
            all.add(figure(figure));
        }
        return List.copyOf(all);
    }

    /** The column of a figure. */
    public static Field<Long> figure(FeedFigure figure) {
        return of(
                switch (figure) {
                    case SPEND -> "spend_picousd";
                    case CREDITS -> "credits_picousd";
                    case BYOK_FEE -> "byok_fee_picousd";
                    case BYOK_UPSTREAM -> "byok_upstream_picousd";
                    case CACHE_DISCOUNT -> "cache_discount_picousd";
                    case PROMPT_TOKENS -> "prompt_tokens";
                    case COMPLETION_TOKENS -> "completion_tokens";
                    case REASONING_TOKENS -> "reasoning_tokens";
                    case CACHED_TOKENS -> "cached_tokens";
                    case IMAGE_TOKENS -> "image_tokens";
                    case LATENCY -> "latency_us";
                    case GENERATION_TIME -> "generation_time_us";
                },
                SQLDataType.BIGINT);
    }

    private static <T> Field<T> of(String column, DataType<T> type) {
        return field(name(column), type);
    }
}
