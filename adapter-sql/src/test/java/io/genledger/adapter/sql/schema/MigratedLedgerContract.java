package io.genledger.adapter.sql.schema;

import static io.genledger.ports.testkit.SampleGenerations.RECEIVED;
import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.QuarantineOrigin;
import io.genledger.ports.quarantine.QuarantineTotal;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.usecase.report.ReportSpend;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the {@linkplain OldLedger old ledger} shows after its migration. */
abstract class MigratedLedgerContract {

    private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Instant DUE = SEEN.plusSeconds(60);
    private static final AttemptOutcome NO_SUCH_ID =
            AttemptOutcome.of(SEEN.plusSeconds(1), Reason.NOT_FOUND, "no such id");

    /** Places an old ledger for this test. */
    @BeforeEach
    abstract void placeOldLedger() throws Exception;

    /** Opens the ledger of this test until its end. */
    abstract LedgerDatabase open(Migration migration);

    /** Changes the ledger by plain JDBC. */
    abstract void change(String statements) throws SQLException;

    private LedgerDatabase open() {
        return open(new RecordingListener().migration());
    }

    /** The first column of the first row, read by plain JDBC. */
    abstract String ask(String query) throws SQLException;

    @Test
    void showsTheSameFigures() {
        assertFigures(open());
    }

    static void assertFigures(LedgerDatabase database) {
        SpendTotals totals = totals(database);

        assertThat(totals.requests()).isEqualTo(5);
        assertThat(totals.spend()).isEqualTo(UsdAmount.of("0.876489509"));
        assertThat(totals.credits()).isEqualTo(UsdAmount.of("0.905070929"));
        assertThat(totals.byokFee()).isEqualTo(UsdAmount.of("0.030070929"));
        assertThat(totals.byokUpstream()).isEqualTo(UsdAmount.of("0.00141858"));
        assertThat(totals.unknown().spend()).isEqualTo(1);
    }

    private static SpendTotals totals(LedgerDatabase database) {
        return new ReportSpend(database.spend())
                .report(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
                .totals();
    }

    @Test
    void theViewShowsTheAmountsUnderTheirNewNames() throws SQLException {
        open();

        assertThat(
                        ask(
                                "select concat_ws(' ', spend_text, credits_text,"
                                        + " byok_upstream_text) from"
                                        + " generation_usd where id = '%s'"
                                                .formatted(id(1).value())))
                .isEqualTo("0.001489509 0.000070929 0.00141858");
    }

    @Test
    void keepsEveryDocument() {
        assertThat(open().ledger().revisions(id(1)))
                .extracting(Revision::number, Revision::document)
                .containsExactly(
                        tuple(
                                1,
                                recording(costing(id(1), byok("0.01", Optional.of("0.2"))))
                                        .document()),
                        tuple(2, recording(complete(id(1))).document()));
    }

    /** The old digests have version 1; today's recordings bring version 2. */
    @Test
    void contentOfAnOldRevisionIsUnchanged() throws SQLException {
        LedgerDatabase database = open();

        assertThat(
                        database.ledger()
                                .record(
                                        List.of(
                                                recording(complete(id(1))),
                                                recording(
                                                        costing(
                                                                id(1),
                                                                byok("0.01", Optional.of("0.2")))),
                                                recording(
                                                        costing(
                                                                id(2),
                                                                byok("0.03", Optional.empty()))),
                                                recording(costing(id(3), credits("0.25"))))))
                .containsOnly(Outcome.UNCHANGED);
        assertThat(database.ledger().record(List.of(recording(costing(id(3), credits("0.26"))))))
                .containsExactly(Outcome.REVISED);
        assertThat(ask("select min(digest_version) from entry")).isEqualTo("1");
        assertThat(
                        ask(
                                "select digest_version from entry join generation on seq = current"
                                        + " where id = '%s'".formatted(id(3).value())))
                .isEqualTo("2");
    }

    @Test
    void keepsTheQueue() {
        LedgerDatabase database = open();

        assertThat(database.pending().backlog(DUE))
                .isEqualTo(new Backlog(7, 0, 0, 1, 1, Optional.empty()));
        assertThat(database.claims().claim(20, DUE, Duration.ofMinutes(1)))
                .extracting(Claim::id, Claim::refresh, Claim::attempts)
                .containsExactlyInAnyOrder(
                        tuple(id(1), true, 0),
                        tuple(id(2), true, 0),
                        tuple(id(3), true, 0),
                        tuple(id(11), false, 0),
                        tuple(id(12), false, 1),
                        tuple(id(13), false, 1),
                        tuple(id(16), false, 0));
        assertThat(database.queue().find(id(14), DUE).orElseThrow().lastOutcome())
                .contains(NO_SUCH_ID);
    }

    @Test
    void readsEventsUnderTheirNewKinds() {
        LedgerDatabase database = open();

        assertThat(database.events().of(id(16)))
                .extracting(QueueEvent::kind, QueueEvent::outcome)
                .containsExactly(
                        tuple(Kind.GIVEN_UP, Optional.of(NO_SUCH_ID)),
                        tuple(Kind.REQUEUED, Optional.of(NO_SUCH_ID)));
        assertThat(List.of(id(17), id(18)))
                .flatExtracting(id -> database.events().of(id))
                .extracting(QueueEvent::kind)
                .containsExactlyInAnyOrder(
                        Kind.TRACKED, Kind.FORGOTTEN, Kind.REFRESH_DUE, Kind.REFRESHED);
    }

    @Test
    void keepsQuarantinedDocuments() {
        LedgerDatabase database = open();

        List<QuarantinedDocument> kept = database.quarantine().of(id(13));

        assertThat(database.quarantine().total()).isEqualTo(new QuarantineTotal(1, 1));
        assertThat(kept)
                .containsExactly(
                        new QuarantinedDocument(
                                1,
                                new QuarantineOrigin.Fetched(id(13)),
                                AttemptOutcome.of(
                                        SEEN.plusSeconds(1), Reason.UNREADABLE, "not JSON"),
                                kept.get(0).lastReceived().truncatedTo(ChronoUnit.MICROS),
                                kept.get(0).lastReceived(),
                                1,
                                "garbage".length()));
        assertThat(database.quarantine().document(1).orElseThrow().bytes())
                .isEqualTo("garbage".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsTimesOfRecording() throws SQLException {
        open();

        assertThat(recordedAt("1")).isEqualTo(Long.toString(Moments.toMicros(RECEIVED)));
        assertThat(recordedAt("-1")).isEqualTo(recordedAt("1 and revision = 2"));
    }

    private String recordedAt(String sign) throws SQLException {
        return ask(
                "select min(recorded_us) from entry where sign = %s and generation = '%s'"
                        .formatted(sign, id(1).value()));
    }

    @Test
    void countsDaysInUtc() throws SQLException {
        open();

        assertThat(ask("select value from setting where name = 'timezone'")).isEqualTo("UTC");
    }

    @Test
    void readsTheFilesOfTailPositionsAgain() {
        assertThat(open().tailPositions().find("app.log"))
                .contains(new TailPosition("app.log", "dev=1,ino=2", 0, 0, SEEN));
    }

    @Test
    void manyCanMigrateOneLedgerAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<LedgerDatabase>> all =
                    IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> open())).toList();
            for (Future<LedgerDatabase> one : all) {
                assertThat(one.get().isNew()).isFalse();
                one.get().pending().track(Set.of(id(99)), SEEN);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ask("select count(*) from schema_version where version = 10")).isEqualTo("1");
        assertFigures(open());
    }

    /** Version 9 also had sums of single dimensions by quarters, and no null among the sums. */
    @Test
    void changesTheSumsOfVersionNineInPlace() throws SQLException {
        open().close();
        String rows = ask("select count(*) from rollup_quarter");
        VersionEleven.restore(this::change);
        change("delete from schema_version where version >= 10");
        change("create table rollup_quarter_by (dimension int not null)");
        makeSumsOfVersionNine();

        LedgerDatabase database = open();

        assertFigures(database);
        assertThat(database.verifier().verify(10).named()).isEmpty();
        assertThat(ask("select count(*) from rollup_quarter")).isEqualTo(rows);
        assertThat(ask("select max(version) from schema_version")).isEqualTo("15");
        assertThat(database.ledger().record(List.of(recording(costing(id(3), credits("0.26"))))))
                .containsExactly(Outcome.REVISED);
        assertThat(database.verifier().verify(10).named()).isEmpty();
    }

    @Test
    void countsUnknownTokensOfVersionElevenInPlace() throws SQLException {
        LedgerDatabase newest = open();
        Generation timed =
                servedBy(costing(id(40), credits("0.5")), "only/timed", "P").toBuilder()
                        .with(Timing.of(Duration.ofMillis(337), Duration.ofMillis(47)))
                        .build();
        newest.ledger().record(List.of(recording(timed), recording(inline(complete(id(41))))));
        SpendTotals totals = totals(newest);
        newest.close();
        String inline = "select count(*) from generation_usd where kind = 'inline'";
        String before = ask(inline);
        VersionEleven.addGenerationTime(this::change, "only/timed", 47_000);
        VersionEleven.restore(this::change);

        LedgerDatabase database = open();

        assertThat(totals.unknown().promptTokens()).isGreaterThan(1);
        assertThat(totals(database)).isEqualTo(totals);
        assertThat(database.verifier().verify(10).named()).isEmpty();
        assertThat(ask(inline)).isEqualTo(before).isNotEqualTo("0");
    }

    /** Undoes what version 10 does to the sums. */
    void makeSumsOfVersionNine() throws SQLException {}
}
