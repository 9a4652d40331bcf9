package io.genledger.adapter.sql.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.metrics.DurationPercentiles.Spread;
import io.genledger.domain.metrics.DurationSketch;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendQuery.Details;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.TextPattern;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.testkit.InMemoryLedger;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Percentiles of sketches are within their error of exact ones; all else is the same. */
public class SketchedReportsTest {

    private static final Details PERCENTILES = new Details(false, true);

    private static final List<List<Dimension>> GROUPS =
            List.of(
                    List.of(),
                    List.of(Dimension.MODEL),
                    List.of(Dimension.AUTHOR),
                    List.of(Dimension.PROVIDER, Dimension.MONTH),
                    List.of(Dimension.DAY),
                    List.of(Dimension.WEEK, Dimension.BYOK, Dimension.TRUST),
                    List.of(Dimension.ACCOUNT, Dimension.VARIANT));

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    private final InMemoryLedger memory = new InMemoryLedger();
    private final List<Recording> all = new ArrayList<>();

    /** An empty ledger, which {@link #connect} connects to. */
    protected LedgerDatabase emptyLedger() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** A connection to the ledger. */
    protected LedgerConnection connect() {
        return LedgerConnection.open(new SqliteEngine(folder.resolve("ledger.db")));
    }

    /** Generations, some of which are corrected later. */
    private LedgerDatabase ledger(long seed, String zone) {
        LedgerDatabase database = emptyLedger();
        database.settings().changeTimezone(ZoneId.of(zone));
        while (database.settings().continueChange()) {
            // Until all is rebuilt.
        }
        RandomSpend spend = new RandomSpend(new Random(seed));
        for (int i = 0; i < 4; i++) {
            List<Recording> recordings = spend.recordings(120);
            all.addAll(recordings);
            memory.record(recordings);
            database.ledger().record(recordings);
        }
        return database;
    }

    @ParameterizedTest
    @CsvSource({"1, UTC", "2, Europe/Berlin", "3, America/St_Johns"})
    void areWithinTheirErrorOfTheExactOnes(long seed, String zone) {
        LedgerDatabase database = ledger(seed, zone);
        try (LedgerConnection connection = connect()) {
            SpendReader reader = new JooqSpendReader(connection, 0);
            for (List<Dimension> dimensions : GROUPS) {
                for (boolean hasSubtotals : List.of(false, true)) {
                    assertClose(
                            reader,
                            new SpendQuery(dimensions, TimeRange.ALWAYS, ZoneId.of(zone))
                                    .with(new Details(hasSubtotals, true)));
                }
            }
            assertClose(
                    reader,
                    new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneId.of(zone))
                            .where(
                                    List.of(
                                            new DimensionFilter(
                                                    Dimension.PROVIDER,
                                                    List.of(new TextPattern(true, List.of("P"))))))
                            .with(PERCENTILES));
        }
        assertThat(database.verifier().verify(10).named()).isEmpty();
    }

    private void assertClose(SpendReader reader, SpendQuery query) {
        List<SpendRow> rows = rows(reader, query);
        List<SpendRow> exact = rows(memory, query);
        assertThat(rows).as("%s", query).hasSameSizeAs(exact);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).group()).isEqualTo(exact.get(i).group());
            assertThat(rows.get(i).totals()).isEqualTo(exact.get(i).totals());
            DurationPercentiles about = rows.get(i).percentiles().orElseThrow();
            DurationPercentiles wanted = exact.get(i).percentiles().orElseThrow();
            assertThat(about.maxError()).isEqualTo(DurationSketch.MAX_ERROR);
            assertClose(about.latency(), wanted.latency());
            assertClose(about.generationTime(), wanted.generationTime());
        }
    }

    private static void assertClose(Optional<Spread> about, Optional<Spread> exact) {
        assertThat(about.isPresent()).isEqualTo(exact.isPresent());
        about.ifPresent(spread -> {
            assertClose(spread.p50(), exact.orElseThrow().p50());
            assertClose(spread.p95(), exact.orElseThrow().p95());
        });
    }

    private static void assertClose(Duration about, Duration exact) {
        assertThat(BigDecimal.valueOf(about.minus(exact).abs().toNanos()))
                .as("%s, exactly %s", about, exact)
                .isLessThanOrEqualTo(
                        DurationSketch.MAX_ERROR.multiply(BigDecimal.valueOf(exact.toNanos())));
    }

    @Test
    void partsOfDaysAndFewGenerationsAndOtherDimensionsAreExact() {
        ledger(7, "Europe/Berlin");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        SpendQuery whole =
                new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, berlin)
                        .with(PERCENTILES);
        Instant created = all.get(1).entry().generation().created().at();
        try (LedgerConnection connection = connect()) {
            SpendReader reader = new JooqSpendReader(connection, 0);
            for (SpendQuery query :
                    List.of(
                            whole.in(since(created.plusNanos(1_000))),
                            whole.by(List.of(Dimension.APP)),
                            whole.by(List.of(Dimension.HOUR)),
                            whole.asOf(Instant.now()))) {
                assertThat(rows(reader, query)).as("%s", query).isEqualTo(rows(memory, query));
            }
            assertThat(rows(new JooqSpendReader(connection, 1_000), whole))
                    .isEqualTo(rows(memory, whole));
            assertThat(reader.keepsSums(whole)).isTrue();
            assertThat(reader.keepsSums(whole.by(List.of(Dimension.APP)))).isFalse();
            assertThat(reader.keepsSums(whole.by(List.of(Dimension.HOUR)))).isFalse();
            assertThat(reader.keepsSums(whole.asOf(Instant.now()))).isFalse();
        }
    }

    private static TimeRange since(Instant moment) {
        return new TimeRange(Optional.of(moment), Optional.empty());
    }

    /** The entries are gone, but not their sums and sketches. */
    @Test
    void percentilesOfWholeDaysSurviveThePruningOfEntries() {
        LedgerDatabase database = ledger(8, "UTC");
        SpendQuery all =
                new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneId.of("UTC"))
                        .with(PERCENTILES);
        database.entryPruning().prune(Instant.parse("2100-01-01T00:00:00Z"));
        try (LedgerConnection connection = connect()) {
            assertClose(new JooqSpendReader(connection), all);
        }
    }

    private static List<SpendRow> rows(SpendReader reader, SpendQuery query) {
        List<SpendRow> rows = new ArrayList<>();
        reader.read(query, rows::add);
        return rows;
    }
}
