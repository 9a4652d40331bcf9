package io.genledger.adapter.sql.lake.feed;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.val;

import io.genledger.domain.report.GenerationQuery.Order;
import java.util.List;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Record3;

/** The order of generations, and the rows behind one of them. */
final class FeedPage {

    private FeedPage() {}

    /** The same generation of several ledgers stands in the order of their names, backwards. */
    static List<OrderField<?>> order(Order order) {
        return switch (order) {
            case NEWEST ->
                    List.of(
                            ENTRY.CREATED_US.desc(),
                            ENTRY.GENERATION.desc(),
                            FeedEntries.LEDGER_TEXT.desc());
            case OLDEST ->
                    List.of(
                            ENTRY.CREATED_US.asc(),
                            ENTRY.GENERATION.asc(),
                            FeedEntries.LEDGER_TEXT.asc());
            case SPEND ->
                    List.of(
                            ENTRY.SPEND_PICOUSD.desc().nullsLast(),
                            ENTRY.CREATED_US.desc(),
                            ENTRY.GENERATION.desc(),
                            FeedEntries.LEDGER_TEXT.desc());
        };
    }

    /**
     * The rows behind {@code last}, which is the only one of its generation.
     *
     * @param last the time of creation, the id and the spend
     */
    static Condition behind(Record3<Long, String, Long> last, Order order) {
        return switch (order) {
            case NEWEST -> older(last);
            case OLDEST ->
                    ENTRY.CREATED_US
                            .gt(val(last.value1()))
                            .or(
                                    ENTRY.CREATED_US
                                            .eq(val(last.value1()))
                                            .and(ENTRY.GENERATION.gt(val(last.value2()))));
            case SPEND -> lower(last);
        };
    }

    private static Condition older(Record3<Long, String, Long> last) {
        return ENTRY.CREATED_US
                .lt(val(last.value1()))
                .or(
                        ENTRY.CREATED_US
                                .eq(val(last.value1()))
                                .and(ENTRY.GENERATION.lt(val(last.value2()))));
    }

    private static Condition lower(Record3<Long, String, Long> last) {
        Long spend = last.value3();
        return spend == null
                ? ENTRY.SPEND_PICOUSD.isNull().and(older(last))
                : ENTRY.SPEND_PICOUSD
                        .isNull()
                        .or(ENTRY.SPEND_PICOUSD.lt(val(spend)))
                        .or(ENTRY.SPEND_PICOUSD.eq(val(spend)).and(older(last)));
    }
}
