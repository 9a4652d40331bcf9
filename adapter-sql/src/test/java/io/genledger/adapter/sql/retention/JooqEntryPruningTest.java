package io.genledger.adapter.sql.retention;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationQuery.Order;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.admin.EntryPruning;
import io.genledger.ports.ledger.admin.EntryPruning.Pruned;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqEntryPruningTest {

    private static final Instant FIRST = Instant.parse("2025-08-01T00:00:00Z");
    private static final Instant BOUND = FIRST.plus(Duration.ofDays(5));
    private static final Pruned NOTHING = new Pruned(BOUND, 0, 0, 0, 0);

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    /** An empty ledger. */
    protected LedgerDatabase empty() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** A second connection to that ledger. */
    protected LedgerConnection connect() {
        return LedgerConnection.open(new SqliteEngine(folder.resolve("ledger.db")));
    }

    private static Generation on(int day) {
        return createdAt(complete(id(day)), FIRST.plus(Duration.ofDays(day)));
    }

    /** Ten generations, one a day; one of each half was corrected. */
    private LedgerDatabase ledger() {
        LedgerDatabase database = empty();
        database.ledger()
                .record(IntStream.range(0, 10).mapToObj(day -> recording(on(day))).toList());
        database.ledger()
                .record(
                        List.of(
                                recording(withCharges(on(2), credits("3"))),
                                recording(withCharges(on(7), credits("3")))));
        return database;
    }

    private static List<SpendRow> report(
            LedgerDatabase database, TimeRange range, Dimension... dimensions) {
        List<SpendRow> rows = new ArrayList<>();
        database.spend()
                .read(new SpendQuery(List.of(dimensions), range, ZoneOffset.UTC), rows::add);
        return rows;
    }

    private static List<SpendRow> report(LedgerDatabase database) {
        List<SpendRow> rows = report(database, TimeRange.ALWAYS, Dimension.DAY, Dimension.MODEL);
        rows.addAll(report(database, TimeRange.ALWAYS, Dimension.PROVIDER));
        return rows;
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(EntriesPrunedException.class)
                .isThrownBy(call)
                .withMessageContaining("entries from before 2025-08-06T00:00:00Z");
    }

    @Test
    void allSumsStayAndTheIdsStay() {
        LedgerDatabase database = ledger();
        List<SpendRow> before = report(database);

        database.entryPruning().prune(BOUND.plusSeconds(3_600));

        assertThat(report(database)).isEqualTo(before);
        assertThat(database.verifier().verify(5).named()).isEmpty();
        assertThat(database.verifier().verify(5).entries()).isEqualTo(7);
        assertThat(database.ledger().revisions(id(2))).isEmpty();
        assertThat(database.ledger().revisions(id(7))).hasSize(2);
        assertThat(database.entryPruning().prunedBefore()).contains(BOUND);
        assertThat(database.entryPruning().isPruned(id(4))).isTrue();
        assertThat(database.entryPruning().isPruned(id(5))).isFalse();
    }

    @Test
    void nothingCountsTwiceWhenItComesAgain() {
        LedgerDatabase database = ledger();
        List<SpendRow> before = report(database);
        database.entryPruning().prune(BOUND);

        assertThat(
                        database.ledger()
                                .record(
                                        List.of(
                                                recording(on(1)),
                                                recording(withCharges(on(3), credits("4"))),
                                                recording(withCharges(on(8), credits("4"))))))
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.REVISED);
        assertThat(database.pending().track(Set.of(id(1)), BOUND).recorded()).isEqualTo(1);

        assertThat(report(database)).hasSameSizeAs(before);
        assertThat(database.ledger().revisions(id(3))).isEmpty();
        assertThat(database.verifier().verify(5).named()).isEmpty();
    }

    @Test
    void saysWhatItDeletesAndTheSameBefore() {
        LedgerDatabase database = ledger();

        Pruned previewed = database.entryPruning().preview(BOUND);

        assertThat(previewed.generations()).isEqualTo(5);
        assertThat(previewed.entries()).isEqualTo(7);
        assertThat(previewed.documents()).isEqualTo(6);
        assertThat(previewed.bytes()).isPositive();
        assertThat(database.entryPruning().prunedBefore()).isEmpty();
        assertThat(database.entryPruning().prune(BOUND)).isEqualTo(previewed);
        assertThat(database.entryPruning().preview(BOUND)).isEqualTo(NOTHING);
        assertThat(database.entryPruning().prune(BOUND)).isEqualTo(NOTHING);
        assertThat(database.entryPruning().prune(FIRST).entries()).isZero();
        assertThat(database.entryPruning().prunedBefore()).contains(BOUND);
    }

    @Test
    void prunesInBatches() {
        LedgerDatabase database = ledger();
        Pruned all = database.entryPruning().preview(BOUND);
        try (LedgerConnection connection = connect()) {
            EntryPruning pruning = new JooqEntryPruning(connection, 1);

            assertThat(pruning.preview(BOUND)).isEqualTo(all);
            assertThat(pruning.prune(BOUND)).isEqualTo(all);
        }
        assertThat(database.entryPruning().preview(BOUND)).isEqualTo(NOTHING);
        assertThat(database.verifier().verify(5).named()).isEmpty();
    }

    /** An interrupted run leaves some entries of a generation. */
    @Test
    void aPartOfTheEntriesOfAGenerationIsNoFault() {
        LedgerDatabase database = ledger();
        try (LedgerConnection connection = connect()) {
            long bound = Moments.toMicros(BOUND);
            connection.write(sql -> {
                PrunedEntries.begin(sql, BOUND);
                EntryBatch some = EntryBatch.lock(sql, bound, EntryBatch.Row.START, 3);
                some.delete(sql);
                return some;
            });
        }

        assertThat(database.verifier().verify(5).named()).isEmpty();
        assertThat(database.ledger().record(List.of(recording(on(2)))))
                .containsExactly(Outcome.UNCHANGED);
        assertThat(database.entryPruning().prune(BOUND).generations()).isEqualTo(2);
    }

    /** Its cancelled revision counts after the bound as of a time before the correction. */
    @Test
    void aGenerationWithALaterRevisionStays() {
        LedgerDatabase database = empty();
        database.ledger().record(List.of(recording(on(6))));
        database.ledger()
                .record(List.of(recording(createdAt(withCharges(on(6), credits("3")), FIRST))));

        assertThat(database.entryPruning().prune(BOUND)).isEqualTo(NOTHING);
        assertThat(database.ledger().revisions(id(6))).hasSize(2);
    }

    @Test
    void whatNeedsPrunedEntriesIsRefused() {
        LedgerDatabase database = ledger();
        TimeRange later = new TimeRange(Optional.of(BOUND), Optional.empty());
        List<SpendRow> users = report(database, later, Dimension.USER);
        TimeRange uneven = new TimeRange(Optional.of(FIRST.plusSeconds(100)), Optional.empty());

        database.entryPruning().prune(BOUND);

        assertThat(report(database, later, Dimension.USER)).isEqualTo(users).isNotEmpty();
        assertRefused(() -> report(database, TimeRange.ALWAYS, Dimension.USER));
        assertRefused(() -> report(database, uneven, Dimension.MODEL));
        assertRefused(() -> database.settings().changeTimezone(ZoneId.of("Asia/Tokyo")));
        assertRefused(() -> database.findings().summarise(TimeRange.ALWAYS, undecided -> {}));
        assertThat(database.findings().summarise(later, undecided -> {}).generations())
                .isEqualTo(5);
    }

    @Test
    void aListEndsBeforeWhatWasPrunedAndDoesNotBeginWithIt() {
        LedgerDatabase database = ledger();
        TimeRange later = new TimeRange(Optional.of(BOUND), Optional.empty());
        TimeRange earlier = new TimeRange(Optional.of(FIRST), Optional.empty());
        assertThat(list(database, GenerationQuery.newest(20))).isEqualTo("10");

        database.entryPruning().prune(BOUND);

        assertThat(list(database, GenerationQuery.newest(5))).isEqualTo("5");
        assertThat(list(database, GenerationQuery.newest(6))).isEqualTo("5 until " + BOUND);
        assertThat(list(database, inOrder(Order.OLDEST, later))).isEqualTo("5");
        assertThat(list(database, inOrder(Order.NEWEST, later))).isEqualTo("5");
        assertRefused(() -> list(database, inOrder(Order.NEWEST, earlier)));
        assertRefused(() -> list(database, inOrder(Order.OLDEST, TimeRange.ALWAYS)));
        assertRefused(() -> list(database, inOrder(Order.SPEND, TimeRange.ALWAYS)));
    }

    /** How many generations are listed, and where the list ends. */
    private static String list(LedgerDatabase database, GenerationQuery query) {
        AtomicInteger count = new AtomicInteger();
        Optional<Instant> end = database.generations().read(query, row -> count.incrementAndGet());
        return count + end.map(moment -> " until " + moment).orElse("");
    }

    private static GenerationQuery inOrder(Order order, TimeRange range) {
        return new GenerationQuery(range, List.of(), order, Optional.empty(), 20);
    }

    @Test
    void waitsForTheEndOfAChangeOfTheTimeZone() {
        LedgerDatabase database = ledger();
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
        database.settings().changeTimezone(kathmandu);

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> database.entryPruning().prune(BOUND))
                .withMessageContaining("change of the time zone to Asia/Kathmandu is not finished");
        while (database.settings().continueChange()) {
            assertThat(database.entryPruning().prunedBefore()).isEmpty();
        }
        assertThat(database.entryPruning().prune(BOUND).generations()).isEqualTo(5);
        assertThat(database.verifier().verify(5).named()).isEmpty();
    }

    /** Whether a pruned generation was about an erased user is no longer known. */
    @Test
    void textsOfAPrunedGenerationAreNotStoredAgain() {
        LedgerDatabase database = ledger();
        ExternalUser user = new ExternalUser("erased@example.org");
        Generation named =
                createdAt(
                        complete(id(11)).toBuilder()
                                .with(on(1).attribution().withExternalUser(user.value()))
                                .build(),
                        FIRST);
        database.ledger().record(List.of(recording(named)));
        database.erasure().erase(user);
        database.entryPruning().prune(BOUND);

        database.ledger().record(List.of(recording(named)));

        try (LedgerConnection connection = connect()) {
            assertThat(
                            connection.<List<String>>read(sql ->
                                    sql.select(DIMENSION_VALUE.VALUE)
                                            .from(DIMENSION_VALUE)
                                            .fetch(DIMENSION_VALUE.VALUE)))
                    .isNotEmpty()
                    .doesNotContain("erased@example.org");
        }
    }
}
