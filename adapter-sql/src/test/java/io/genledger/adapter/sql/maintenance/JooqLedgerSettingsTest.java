package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.adapter.sql.ledger.JooqLedger;
import io.genledger.adapter.sql.ledger.Recorder;
import io.genledger.adapter.sql.verify.JooqLedgerVerifier;
import io.genledger.domain.sample.Cases;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.admin.LedgerSettings.ChangeProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class JooqLedgerSettingsTest {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final int SMALL_PART = 3;

    /** After how many parts of a change the sums are verified, too. */
    private static final int VERIFIED = Cases.some(8, 1);

    private final List<LedgerConnection> open = new ArrayList<>();

    @TempDir Path folder;

    /** Opens a ledger of that name; the same name is the same ledger. */
    protected LedgerConnection connect(String name) {
        return LedgerConnection.open(new SqliteEngine(folder.resolve(name)));
    }

    private LedgerConnection open(String name) {
        LedgerConnection connection = connect(name);
        open.add(connection);
        return connection;
    }

    @AfterEach
    void close() {
        open.forEach(LedgerConnection::close);
    }

    private static void record(LedgerConnection connection, List<Recording> recordings) {
        new JooqLedger(connection, new Recorder(connection)).record(recordings);
    }

    /** One every 5 h 40 min for 23 days, with both clock changes of Berlin and New York in them. */
    private static List<Recording> autumn(int firstId) {
        List<Recording> all = new ArrayList<>();
        Instant created = Instant.parse("2025-10-18T00:00:00Z");
        for (int i = 0; i < 97; i++) {
            all.add(recording(createdAt(complete(id(firstId + i)), created)));
            created = created.plus(Duration.ofMinutes(340));
        }
        return all;
    }

    private static void change(JooqLedgerSettings settings, ZoneId zone) {
        settings.changeTimezone(zone);
        boolean more = true;
        while (more) {
            more = settings.continueChange();
        }
    }

    /** A server stores null for some sums of zero. */
    private static List<String> days(LedgerConnection connection) {
        List<String> days = new ArrayList<>();
        for (Table<?> rollup : List.of(ROLLUP_DAY, ROLLUP_DAY_BY)) {
            days.add(
                    connection.read(sql ->
                            sql.selectFrom(rollup)
                                    .orderBy(rollup.fields())
                                    .fetch()
                                    .formatCSV()
                                    .replace("\"\"", "0")));
        }
        return days;
    }

    private static void assertFaultless(LedgerConnection connection) {
        assertThat(new JooqLedgerVerifier(connection).verify(5).named()).isEmpty();
    }

    @Test
    void aNewLedgerHasTheZoneOfTheSystem() {
        JooqLedgerSettings settings = new JooqLedgerSettings(open("new"));

        assertThat(settings.timezone()).isEqualTo(ZoneId.systemDefault());
        assertThat(settings.nextTimezone()).isEmpty();
    }

    @Test
    void theTimeOfItsCreationTellsALedgerFromAnother() {
        Instant created = new JooqLedgerSettings(open("one")).created();

        assertThat(new JooqLedgerSettings(open("other")).created()).isAfter(created);
        assertThat(new JooqLedgerSettings(open("one")).created())
                .isEqualTo(created)
                .isBefore(Instant.now());
    }

    static List<String> zones() {
        return Cases.every(
                3,
                List.of(
                        "UTC",
                        "Europe/Berlin",
                        "Pacific/Kiritimati",
                        "America/New_York",
                        "Asia/Kathmandu",
                        "-12:00",
                        "America/St_Johns",
                        "Pacific/Apia"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void rebuildsTheSumsThatTheZoneWouldHaveHadFromTheStart(String zone) {
        LedgerConnection fromTheStart = open("start");
        change(new JooqLedgerSettings(fromTheStart), ZoneId.of(zone));
        record(fromTheStart, autumn(0));
        LedgerConnection changed = open("changed");
        change(new JooqLedgerSettings(changed), ZoneId.of("Asia/Tokyo"));
        record(changed, autumn(0));
        assertThat(days(changed)).isNotEqualTo(days(fromTheStart));

        JooqLedgerSettings settings = new JooqLedgerSettings(changed, SMALL_PART);
        change(settings, ZoneId.of(zone));

        assertThat(settings.timezone()).isEqualTo(ZoneId.of(zone));
        assertThat(days(changed)).isEqualTo(days(fromTheStart));
        assertFaultless(changed);
    }

    @Test
    void recordingGoesOnBetweenTheParts() {
        LedgerConnection connection = open("busy");
        JooqLedgerSettings settings = new JooqLedgerSettings(connection, SMALL_PART);
        change(settings, ZoneOffset.UTC);
        record(connection, autumn(0));

        assertThat(settings.changeProgress()).isEmpty();
        settings.changeTimezone(KATHMANDU);
        assertThat(settings.changeProgress().orElseThrow().done()).isZero();
        int parts = 0;
        while (settings.continueChange()) {
            ChangeProgress progress = settings.changeProgress().orElseThrow();
            assertThat(progress.done()).isBetween(1L, progress.all());
            parts++;
            boolean recordedMore = parts == 1 || parts == 11;
            if (recordedMore) {
                record(connection, autumn(1000 * parts));
                record(connection, List.of(recording(costing(id(parts), credits("7")))));
            }
            assertThat(settings.timezone()).isEqualTo(ZoneOffset.UTC);
            if (recordedMore || parts % VERIFIED == 0) {
                assertFaultless(connection);
            }
        }

        assertThat(settings.changeProgress()).isEmpty();
        assertThat(parts).isGreaterThan(30);
        assertThat(settings.timezone()).isEqualTo(KATHMANDU);
        assertFaultless(connection);
    }

    @Test
    void goesOnAfterAnInterruption() {
        LedgerConnection first = open("interrupted");
        change(new JooqLedgerSettings(first), ZoneOffset.UTC);
        record(first, autumn(0));
        JooqLedgerSettings interrupted = new JooqLedgerSettings(first, 60);
        interrupted.changeTimezone(KATHMANDU);
        assertThat(interrupted.continueChange()).isTrue();
        first.close();

        LedgerConnection second = open("interrupted");
        JooqLedgerSettings settings = new JooqLedgerSettings(second, 60);
        assertThat(settings.timezone()).isEqualTo(ZoneOffset.UTC);
        assertThat(settings.nextTimezone()).contains(KATHMANDU);
        assertFaultless(second);
        record(second, autumn(500));

        settings.changeTimezone(KATHMANDU);
        assertThat(settings.continueChange()).isTrue();
        change(settings, KATHMANDU);
        assertThat(settings.timezone()).isEqualTo(KATHMANDU);
        assertThat(settings.nextTimezone()).isEmpty();
        assertFaultless(second);
    }

    @Test
    void anUnfinishedChangeIsGivenUpForAnother() {
        LedgerConnection connection = open("twice");
        JooqLedgerSettings settings = new JooqLedgerSettings(connection, SMALL_PART);
        change(settings, ZoneOffset.UTC);
        record(connection, autumn(0));
        settings.changeTimezone(KATHMANDU);
        settings.continueChange();

        change(settings, ZoneId.of("Europe/Berlin"));

        assertThat(settings.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertFaultless(connection);
    }

    @Test
    void anUnfinishedChangeIsGivenUpForThePresentZone() {
        LedgerConnection connection = open("back");
        JooqLedgerSettings settings = new JooqLedgerSettings(connection, SMALL_PART);
        change(settings, ZoneOffset.UTC);
        record(connection, autumn(0));
        settings.changeTimezone(KATHMANDU);
        settings.continueChange();

        settings.changeTimezone(ZoneOffset.UTC);

        assertThat(settings.nextTimezone()).isEmpty();
        assertThat(settings.continueChange()).isFalse();
        record(connection, autumn(500));
        assertThat(settings.timezone()).isEqualTo(ZoneOffset.UTC);
        assertFaultless(connection);
    }
}
