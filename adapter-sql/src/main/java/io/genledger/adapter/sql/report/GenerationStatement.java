package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.report.source.EntryTexts;
import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.SpendSources;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.ports.report.UnknownGenerationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * A page of generations. Its columns are the id, the time of creation, the durations, the findings,
 * the texts, and the figures.
 */
final class GenerationStatement {

    /** The columns before the texts. */
    static final List<Field<?>> FIRST =
            List.of(
                    ENTRY.GENERATION,
                    ENTRY.CREATED_US,
                    ENTRY.LATENCY_US,
                    ENTRY.GENERATION_TIME_US,
                    ENTRY.FINDINGS);

    private final DSLContext sql;
    private final GenerationQuery query;
    private final SpendSource entries;

    private GenerationStatement(DSLContext sql, GenerationQuery query) {
        this.sql = sql;
        this.query = query;
        this.entries = SpendSources.entries(Optional.empty(), query.filters(), Engine.of(sql));
    }

    static ResultQuery<Record> of(DSLContext sql, GenerationQuery query) {
        return new GenerationStatement(sql, query).build();
    }

    private ResultQuery<Record> build() {
        List<Field<?>> columns = new ArrayList<>(FIRST);
        columns.addAll(EntryTexts.COLUMNS);
        columns.addAll(Figures.OF_ENTRY);
        // SQLite reads the first table of a cross join first.
        return sql.select(columns)
                .from(ENTRY)
                .crossJoin(GENERATION)
                .where(GENERATION.ID.eq(ENTRY.GENERATION))
                .and(GENERATION.CURRENT.eq(ENTRY.SEQ))
                .and(entries.condition())
                .and(inRange())
                .and(entries.day().map(this::onADay).orElse(noCondition()))
                .and(query.after().map(this::after).orElse(noCondition()))
                .orderBy(order())
                .limit(inline(query.limit()));
    }

    private Condition inRange() {
        Condition since =
                query.range()
                        .since()
                        .map(first -> created().ge(micros(first)))
                        .orElseGet(this::always);
        return since.and(
                query.range().until().map(end -> created().lt(micros(end))).orElse(noCondition()));
    }

    /** Lets SQLite read a short page from the index of the times; it would sort all entries. */
    private Condition always() {
        return query.order() == GenerationQuery.Order.SPEND || entries.day().isPresent()
                ? noCondition()
                : created().ge(inline(-Long.MAX_VALUE));
    }

    private static Param<Long> micros(Instant moment) {
        return inline(Moments.toMicrosUp(moment));
    }

    /**
     * Each day of the range in which the ledger may have generations, for the index. A day of the
     * ledger's zone has parts of the days in UTC before and after it.
     */
    private Condition onADay(Field<Integer> day) {
        int first = query.range().since().map(GenerationStatement::dayOf).orElse(Integer.MIN_VALUE);
        int last = query.range().until().map(GenerationStatement::dayOf).orElse(Integer.MAX_VALUE);
        return day.in(
                sql
                        .selectDistinct(ROLLUP_DAY_BY.BUCKET)
                        .from(ROLLUP_DAY_BY)
                        .where(ROLLUP_DAY_BY.DIMENSION.eq(EntryDimension.ACCOUNT.code()))
                        .fetch(ROLLUP_DAY_BY.BUCKET)
                        .stream()
                        .flatMap(bucket -> Stream.of(bucket - 1, bucket, bucket + 1))
                        .filter(one -> first <= one && one <= last)
                        .distinct()
                        .map(DSL::inline)
                        .toList());
    }

    private static int dayOf(Instant moment) {
        return Math.toIntExact(LocalDate.ofInstant(moment, ZoneOffset.UTC).toEpochDay());
    }

    private Field<Long> created() {
        return entries.bucket();
    }

    private List<OrderField<?>> order() {
        return switch (query.order()) {
            case NEWEST -> List.of(created().desc(), ENTRY.GENERATION.desc());
            case OLDEST -> List.of(created().asc(), ENTRY.GENERATION.asc());
            case SPEND ->
                    List.of(
                            ENTRY.SPEND_PICOUSD.desc().nullsLast(),
                            created().desc(),
                            ENTRY.GENERATION.desc());
        };
    }

    private Condition after(GenerationId id) {
        Record3<Long, String, Long> last =
                sql.select(ENTRY.CREATED_US, ENTRY.GENERATION, ENTRY.SPEND_PICOUSD)
                        .from(GENERATION)
                        .join(ENTRY)
                        .on(ENTRY.SEQ.eq(GENERATION.CURRENT))
                        .where(GENERATION.ID.eq(id.value()))
                        .fetchOptional()
                        .orElseThrow(() -> new UnknownGenerationException(id));
        return switch (query.order()) {
            case NEWEST -> older(last);
            case OLDEST -> newer(last);
            case SPEND -> lower(last);
        };
    }

    /** The first condition lets the index of the time find where the page begins. */
    private Condition older(Record3<Long, String, Long> last) {
        Field<Long> end = val(last.value1());
        return created().le(end).and(created().lt(end).or(ENTRY.GENERATION.lt(last.value2())));
    }

    private Condition newer(Record3<Long, String, Long> last) {
        Field<Long> start = val(last.value1());
        return created().ge(start).and(created().gt(start).or(ENTRY.GENERATION.gt(last.value2())));
    }

    private Condition lower(Record3<Long, String, Long> last) {
        Long spend = last.value3();
        return spend == null
                ? ENTRY.SPEND_PICOUSD.isNull().and(older(last))
                : ENTRY.SPEND_PICOUSD
                        .isNull()
                        .or(ENTRY.SPEND_PICOUSD.lt(spend))
                        .or(ENTRY.SPEND_PICOUSD.eq(spend).and(older(last)));
    }
}
