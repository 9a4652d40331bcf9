package io.genledger.adapter.sql.report;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.SpendReaderContract;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class JooqSpendReaderTest extends SpendReaderContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = files.emptyIn(folder);
        return new Fixture(database.spend(), database.ledger());
    }

    /** St. John's changed clocks at 00:01; Monrovia was 44 min 30 s behind UTC. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/St_Johns",
                "Antarctica/Casey",
                "Africa/Monrovia",
                "Europe/Amsterdam",
                "UTC+00:07"
            })
    void daysOfUnalignedZonesBeginAtTheirMidnight(String zone) {
        List<Recording> recordings = new ArrayList<>();
        for (String hour :
                List.of(
                        "1890-06-01T23",
                        "1971-12-31T23",
                        "2006-10-29T02",
                        "2020-10-03T16",
                        "2026-03-01T23")) {
            for (int second = 0; second < 3600; second += 29) {
                Instant at = Instant.parse(hour + ":00:00.5Z").plusSeconds(second);
                recordings.add(recording(createdAt(complete(id(recordings.size())), at)));
            }
        }
        SpendQuery query =
                new SpendQuery(
                        List.of(Dimension.DAY, Dimension.MONTH), TimeRange.ALWAYS, ZoneId.of(zone));

        assertSameAsInMemory(recordings, query);
    }

    @Test
    void aPeriodIsExactToTheMicrosecond() {
        Instant at = Instant.parse("2026-01-01T00:00:00.000005Z");
        List<Recording> recordings = new ArrayList<>();
        for (int micros = -2; micros <= 2; micros++) {
            Instant created = at.plus(micros, ChronoUnit.MICROS);
            recordings.add(recording(createdAt(complete(id(micros + 2)), created)));
        }
        Instant until = at.plus(2, ChronoUnit.MICROS);
        TimeRange range = new TimeRange(Optional.of(at), Optional.of(until));

        assertSameAsInMemory(recordings, new SpendQuery(List.of(), range, ZoneOffset.UTC));
    }

    @Test
    void sumsGenerationsOfTheFirstAndLastTime() {
        Instant last = Instant.parse("9999-12-30T23:59:59.999999Z");
        List<Recording> recordings =
                List.of(
                        recording(createdAt(complete(id(1)), Instant.EPOCH)),
                        recording(createdAt(complete(id(2)), last)));

        assertSameAsInMemory(
                recordings,
                new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneOffset.UTC));
    }

    @Test
    void addsNegativeAmountsExactly() {
        List<Recording> recordings =
                List.of(
                        recording(costing(id(1), credits("-9223372.036854775808"))),
                        recording(costing(id(2), credits("-9223372.036854775808"))),
                        recording(costing(id(3), credits("0.000000000001"))));

        assertSameAsInMemory(
                recordings, new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC));
    }

    private void assertSameAsInMemory(List<Recording> recordings, SpendQuery query) {
        InMemoryLedger memory = new InMemoryLedger();
        Fixture expected = new Fixture(memory, memory);
        expected.ledger().record(recordings);
        Fixture fixture = emptyFixture();
        fixture.ledger().record(recordings);

        assertThat(fixture.report(query)).isEqualTo(expected.report(query));
    }
}
