package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.SpendTotals.TokenTotals;
import io.genledger.domain.report.SpendTotals.UnknownCounts;
import io.genledger.domain.token.TokenCount;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** The sums that the database computes for each group, and their conversion to totals. */
final class Sums {

    static final Field<Integer> REQUESTS = count().as("requests");

    private static final Field<Integer> UNKNOWN =
            count().filterWhere(GENERATION.SPEND_PICOUSD.isNull()).as("unknown");

    private static final Field<Integer> UNKNOWN_CREDITS =
            count().filterWhere(GENERATION.CREDITS_PICOUSD.isNull()).as("unknown_credits");

    private static final Field<Integer> UNKNOWN_UPSTREAM =
            count().filterWhere(
                            GENERATION
                                    .IS_BYOK
                                    .isTrue()
                                    .and(GENERATION.BYOK_UPSTREAM_PICOUSD.isNull()))
                    .as("unknown_upstream");

    /** Generations with cached tokens whose cache discount is not stated. */
    private static final Field<Integer> UNKNOWN_SAVING =
            count().filterWhere(
                            GENERATION
                                    .NATIVE_TOKENS_CACHED
                                    .gt(0L)
                                    .and(GENERATION.CACHE_DISCOUNT_PICOUSD.isNull()))
                    .as("unknown_saving");

    private static final Amount SPEND = Amount.of(GENERATION.SPEND_PICOUSD);
    private static final Amount CREDITS = Amount.of(GENERATION.CREDITS_PICOUSD);
    private static final Amount FEE =
            Amount.of(when(GENERATION.IS_BYOK.isTrue(), GENERATION.CREDITS_PICOUSD), "byok_fee");
    private static final Amount UPSTREAM = Amount.of(GENERATION.BYOK_UPSTREAM_PICOUSD);
    private static final Amount DISCOUNT = Amount.of(GENERATION.CACHE_DISCOUNT_PICOUSD);

    private static final Field<Long> PROMPT = total(GENERATION.NATIVE_TOKENS_PROMPT, "prompt");
    private static final Field<Long> COMPLETION =
            total(GENERATION.NATIVE_TOKENS_COMPLETION, "completion");
    private static final Field<Long> REASONING =
            total(GENERATION.NATIVE_TOKENS_REASONING, "reasoning");
    private static final Field<Long> CACHED = total(GENERATION.NATIVE_TOKENS_CACHED, "cached");

    /** The columns that {@link #of} reads. */
    static final List<Field<?>> COLUMNS = columns();

    private Sums() {}

    /** The totals of one group. */
    static SpendTotals of(Record row) {
        return new SpendTotals(
                row.get(REQUESTS),
                SPEND.in(row),
                CREDITS.in(row),
                FEE.in(row),
                UPSTREAM.in(row),
                DISCOUNT.in(row),
                new TokenTotals(
                        new TokenCount(row.get(PROMPT)),
                        new TokenCount(row.get(COMPLETION)),
                        new TokenCount(row.get(REASONING)),
                        new TokenCount(row.get(CACHED))),
                new UnknownCounts(
                        row.get(UNKNOWN),
                        row.get(UNKNOWN_CREDITS),
                        row.get(UNKNOWN_UPSTREAM),
                        row.get(UNKNOWN_SAVING)));
    }

    /** A sum of amounts as the sums of their quotients and remainders; neither can overflow. */
    private record Amount(Field<Long> quotients, Field<Long> remainders) {

        static Amount of(Field<Long> column) {
            return of(column, column.getName());
        }

        static Amount of(Field<Long> amount, String name) {
            return new Amount(
                    total(amount.div(inline(Picodollars.SPLIT)), name + "_quotients"),
                    total(amount.mod(inline(Picodollars.SPLIT)), name + "_remainders"));
        }

        UsdAmount in(Record row) {
            return Picodollars.sum(row.get(quotients), row.get(remainders));
        }
    }

    private static Field<Long> total(Field<Long> column, String name) {
        return coalesce(sum(column).coerce(Long.class), inline(0L)).as(name);
    }

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>();
        columns.addAll(
                List.of(
                        REQUESTS,
                        UNKNOWN,
                        UNKNOWN_CREDITS,
                        UNKNOWN_UPSTREAM,
                        UNKNOWN_SAVING,
                        PROMPT,
                        COMPLETION,
                        REASONING,
                        CACHED));
        for (Amount amount : List.of(SPEND, CREDITS, FEE, UPSTREAM, DISCOUNT)) {
            columns.addAll(List.of(amount.quotients(), amount.remainders()));
        }
        return List.copyOf(columns);
    }
}
