package io.genledger.adapter.sql.export;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.SpendSources;
import io.genledger.adapter.sql.statement.TimeRangeConditions;
import io.genledger.ports.export.EntrySpan;
import io.genledger.ports.export.ExportQuery;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The entries of a query in the order of its shape. Those that count are the ones that no other
 * entry of the query cancels: this is right at any moment, and one scan of the cancellations takes
 * less time than a look-up of each generation.
 *
 * @param isCurrent whether to select only the entries that count
 */
record ExportStatement(DSLContext sql, ExportQuery query, boolean isCurrent) {

    /** The columns of {@link ExportColumns}. */
    ResultQuery<Record> rows() {
        return select(new ExportColumns(query.shape()).all(), query.shape().hasDocument());
    }

    /** The codec and the body of each document. */
    ResultQuery<Record> documents() {
        return select(List.of(DOCUMENT.CODEC, DOCUMENT.BODY), true);
    }

    private ResultQuery<Record> select(List<Field<?>> columns, boolean hasDocument) {
        SpendSource entries = SpendSources.entries(query.asOf(), query.filters(), Engine.of(sql));
        SelectJoinStep<Record> from = sql.select(columns).from(ENTRY);
        if (hasDocument) {
            from = from.leftJoin(DOCUMENT).on(DOCUMENT.SEQ.eq(ENTRY.SEQ));
        }
        Condition selected =
                entries.condition()
                        .and(TimeRangeConditions.createdIn(query.range()))
                        .and(isInSpan(ENTRY.SEQ));
        if (isCurrent) {
            Table<Record1<Long>> cancelled = cancelled().asTable("cancelled");
            Field<Long> number = Objects.requireNonNull(cancelled.field(ENTRY.PREVIOUS));
            return from.leftJoin(cancelled)
                    .on(number.eq(ENTRY.SEQ))
                    .where(selected)
                    .and(ENTRY.SIGN.eq(inline(1)))
                    .and(number.isNull())
                    .orderBy(order());
        }
        return from.where(selected).orderBy(order());
    }

    private List<Field<Long>> order() {
        return query.shape().isByCreation()
                ? List.of(ENTRY.CREATED_US, ENTRY.SEQ)
                : List.of(ENTRY.SEQ);
    }

    private Condition isInSpan(Field<Long> number) {
        EntrySpan span = query.span();
        Condition after = span.after() > 0 ? number.gt(inline(span.after())) : noCondition();
        return span.end() < Long.MAX_VALUE ? after.and(number.le(inline(span.end()))) : after;
    }

    /** A cancellation has the time of creation and a higher number than the entry it cancels. */
    private Select<Record1<Long>> cancelled() {
        return DSL.select(ENTRY.PREVIOUS)
                .from(ENTRY)
                .where(SpendSources.entries(query.asOf(), List.of(), Engine.of(sql)).condition())
                .and(TimeRangeConditions.createdIn(query.range()))
                .and(isInSpan(ENTRY.SEQ))
                .and(ENTRY.SIGN.eq(inline(-1)));
    }
}
