package io.genledger.adapter.sql.report;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.usecase.report.ReportSpend;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random reports equal sums of big decimals over the same generations, to the digit. */
public class RandomReportsTest {

    private static final int BATCH = 150;
    private static final int LEDGERS = 6;

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    /** An empty ledger whose days are those of {@code zone}. */
    protected LedgerDatabase emptyLedger(String zone) throws SQLException {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase database = files.open(file);
        LedgerFiles.change(file, settingOf(zone));
        return database;
    }

    /** What reads the ledger. */
    protected SpendReader reader(LedgerDatabase database) throws SQLException {
        return database.spend();
    }

    /** Whether the reader knows what {@code query} asks for. */
    protected boolean answers(SpendQuery query) {
        return true;
    }

    /** Those of the combinations of dimensions that are tried. */
    protected List<List<Dimension>> tried(List<List<Dimension>> combinations) {
        return combinations;
    }

    /** The statement that sets the zone of a ledger without entries. */
    protected static String settingOf(String zone) {
        return "insert into setting (name, value) values ('timezone', '"
                + zone
                + "') on conflict (name) do update set value = excluded.value";
    }

    @ParameterizedTest
    @CsvSource({
        "1, UTC",
        "2, Europe/Berlin",
        "3, Asia/Kathmandu",
        "4, America/St_Johns",
        "5, Africa/Monrovia",
        "6, Pacific/Apia"
    })
    void equalTheSumsOfBigDecimals(long seed, String zone) throws SQLException {
        Random random = new Random(seed);
        RandomSpend spend = new RandomSpend(random);
        LedgerDatabase database = emptyLedger(zone);
        InMemoryLedger memory = new InMemoryLedger();
        List<Recording> all = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Recording> recordings = spend.recordings(BATCH);
            memory.record(recordings);
            database.ledger().record(recordings);
            all.addAll(recordings);
            moments.add(moment());
        }
        SpendReader reader = reader(database);
        RandomQueries queries = new RandomQueries(random, all);
        for (List<Dimension> dimensions : tried(RandomQueries.pairs((int) seed - 1, LEDGERS))) {
            SpendQuery query = queries.by(dimensions);
            SpendQuery earlier = query.asOf(moments.get(random.nextInt(moments.size())));
            if (answers(query)) {
                assertThat(rows(reader, query)).as("%s", query).isEqualTo(rows(memory, query));
                assertThat(rows(reader, earlier))
                        .as("%s", earlier)
                        .isEqualTo(rows(memory, earlier));
            }
        }
    }

    private static List<SpendRow> rows(SpendReader reader, SpendQuery query) {
        List<SpendRow> rows = new ArrayList<>();
        reader.read(query, rows::add);
        return rows;
    }

    /** At 00:01 on 2006-10-29, the clock in St. John's was set back to the day before. */
    @ParameterizedTest
    @ValueSource(strings = {"America/St_Johns", "UTC", "Asia/Kathmandu"})
    void daysOfTheLedgerThatAClockChangeDividesAreExact(String zone) throws SQLException {
        List<Recording> recordings = new ArrayList<>();
        Instant start = Instant.parse("2006-10-28T08:00:00Z");
        for (int i = 0; i < 1_500; i++) {
            Instant at = start.plusSeconds(i * 61L);
            recordings.add(recording(createdAt(complete(id(i)), at)));
        }
        LedgerDatabase database = emptyLedger("America/St_Johns");
        database.ledger().record(recordings);
        SpendReader reader = reader(database);
        InMemoryLedger memory = new InMemoryLedger();
        memory.record(recordings);
        for (int hour = 1; hour < 9; hour++) {
            TimeRange range =
                    new TimeRange(
                            Optional.of(start.plusSeconds(hour * 1_000L)),
                            Optional.of(start.plusSeconds((15 + hour) * 3_600L)));
            SpendQuery query = new SpendQuery(List.of(Dimension.DAY), range, ZoneId.of(zone));
            assertThat(new ReportSpend(reader).report(query))
                    .as("%s", query)
                    .isEqualTo(new ReportSpend(memory).report(query));
        }
    }

    /** A moment in which nothing is recorded: times of recording are microseconds. */
    private static Instant moment() {
        Instant now = Instant.now();
        while (!Instant.now().isAfter(now.plusNanos(2_000))) {
            Thread.onSpinWait();
        }
        return now.plusNanos(1_000);
    }
}
