package io.genledger.adapter.sql.lake.feed;

import static io.genledger.adapter.sql.lake.feed.FeedColumns.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.engine.TextForms;
import io.genledger.adapter.sql.report.SpendRows;
import io.genledger.adapter.sql.report.range.PeriodNumbers;
import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.report.UnknownGenerationException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.ResultQuery;
import org.jooq.Table;

/** A page of generations over rows of feeds, by one scan and without any index. */
public final class FeedList {

    private static final List<Field<?>> FIRST =
            List.of(ENTRY.GENERATION, ENTRY.CREATED_US, ENTRY.LATENCY_US, ENTRY.GENERATION_TIME_US);

    private static final List<Dimension> TEXTS =
            Stream.of(Dimension.values()).filter(dimension -> !dimension.isTime()).toList();

    private static final int LATENCY = 3;
    private static final int GENERATION_TIME = 4;
    private static final int FIRST_TEXT = FIRST.size() + 1;
    private static final int FIGURES = FIRST_TEXT + TEXTS.size();

    /** All characters of an id are before it. */
    private static final String AFTER_ALL = "\u007f";

    private final DSLContext sql;
    private final Table<?> live;
    private final TextForms forms;

    /**
     * @param live the rows of {@link LiveRows}
     */
    public FeedList(DSLContext sql, Table<?> live, TextForms forms) {
        this.sql = sql;
        this.live = live;
        this.forms = forms;
    }

    /**
     * Passes the rows of {@code query} on. Of no row are the findings known.
     *
     * @throws IllegalArgumentException if it selects by findings
     * @throws UnknownGenerationException if the page begins after a generation that no selected
     *     ledger has, or that several have
     */
    public void read(GenerationQuery query, Consumer<GenerationRow> rows) {
        Streamed.read(sql, statement(query), row -> rows.accept(row(row)));
    }

    /** The ids that begin with {@code beginning}, in ascending order, up to {@code limit}. */
    public List<GenerationId> idsThatBeginWith(String beginning, int limit) {
        String first = forms.storable(beginning);
        return sql.selectDistinct(GENERATION)
                .from(live)
                .where(GENERATION.ge(val(first)))
                .and(GENERATION.lt(val(first + AFTER_ALL)))
                .orderBy(GENERATION)
                .limit(inline(limit))
                .fetch(id -> new GenerationId(id.value1()));
    }

    private ResultQuery<Record> statement(GenerationQuery query) {
        SpendSource entries = entries(query.range(), query.filters());
        List<Field<?>> columns = new ArrayList<>(FIRST);
        TEXTS.forEach(dimension -> columns.add(text(dimension)));
        columns.addAll(Figures.OF_ENTRY);
        return sql.select(columns)
                .from(entries.table())
                .where(entries.condition())
                .and(query.after().map(id -> after(id, query)).orElse(noCondition()))
                .orderBy(FeedPage.order(query.order()))
                .limit(inline(query.limit()));
    }

    private SpendSource entries(TimeRange range, List<GenerationFilter> filters) {
        return FeedEntries.of(
                live,
                new SpendQuery(List.of(Dimension.LEDGER), range, ZoneOffset.UTC).where(filters),
                forms,
                PeriodNumbers.NO_OFFSET);
    }

    private Condition after(GenerationId id, GenerationQuery query) {
        List<GenerationFilter> ofLedgers =
                GenerationFilter.by(Dimension.LEDGER, query.filters())
                        .<GenerationFilter>map(filter -> filter)
                        .toList();
        SpendSource entries = entries(TimeRange.ALWAYS, ofLedgers);
        Map<String, Record3<Long, String, Long>> found = new TreeMap<>();
        sql.select(FeedEntries.LEDGER_TEXT, ENTRY.CREATED_US, ENTRY.GENERATION, ENTRY.SPEND_PICOUSD)
                .from(entries.table())
                .where(entries.condition())
                .and(ENTRY.GENERATION.eq(val(id.value())))
                .forEach(row ->
                        found.put(
                                row.value1(),
                                row.into(ENTRY.CREATED_US, ENTRY.GENERATION, ENTRY.SPEND_PICOUSD)));
        if (found.isEmpty()) {
            throw new UnknownGenerationException(id);
        }
        if (found.size() > 1) {
            throw UnknownGenerationException.ofSeveral(id, List.copyOf(found.keySet()));
        }
        return FeedPage.behind(found.values().iterator().next(), query.order());
    }

    private static Field<?> text(Dimension dimension) {
        return FeedEntries.text(TextDimension.plain(dimension)).as("text_of_" + dimension.name());
    }

    private static GenerationRow row(ResultSet row) throws SQLException {
        Map<Dimension, String> texts = new EnumMap<>(Dimension.class);
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = row.getString(FIRST_TEXT + i);
            if (text != null) {
                texts.put(TEXTS.get(i), text);
            }
        }
        return new GenerationRow(
                new GenerationId(row.getString(1)),
                Moments.ofMicros(row.getLong(2)),
                texts,
                SpendRows.totals(row, FIGURES),
                duration(row, LATENCY),
                duration(row, GENERATION_TIME),
                Set.of());
    }

    private static Optional<Duration> duration(ResultSet row, int column) throws SQLException {
        Duration duration = Duration.of(row.getLong(column), ChronoUnit.MICROS);
        return row.wasNull() ? Optional.empty() : Optional.of(duration);
    }
}
