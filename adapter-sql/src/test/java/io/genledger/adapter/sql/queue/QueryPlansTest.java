package io.genledger.adapter.sql.queue;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.adapter.sql.ledger.JooqLedger;
import io.genledger.adapter.sql.ledger.Recorder;
import io.genledger.adapter.sql.log.JooqEventLog;
import io.genledger.adapter.sql.lookup.JooqLookedUpGenerations;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The statements that run use an index, and those whose time must not grow with the queue sort
 * nothing.
 */
class QueryPlansTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration AGE = Duration.ofDays(1);

    private static final String UNCLAIMED = "SCAN tracked USING COVERING INDEX tracked_free";
    private static final String EXPIRED =
            "SEARCH tracked USING INDEX tracked_leased (leased_until_us<?)";
    private static final String TOO_LONG =
            "SEARCH tracked USING INDEX tracked_leased (leased_until_us>?)";
    private static final String CLAIMED =
            "SEARCH tracked USING INDEX tracked_leased (leased_until_us>? AND leased_until_us<?)";
    private static final String TERMINAL =
            "SEARCH tracked USING COVERING INDEX tracked_ended (state=?)";
    private static final String BY_ID = "SEARCH tracked USING PRIMARY KEY (id=?)";

    @TempDir Path folder;

    @Test
    void aClaimReadsTwoIndexes() {
        assertThat(
                        plansOf(connection ->
                                new JooqClaims(connection, new Recorder(connection))
                                        .claim(10, NOW, AGE)))
                .anyMatch(step -> step.contains("INDEX tracked_leased (leased_until_us<?)"))
                .anyMatch(step -> step.contains("INDEX tracked_free (next_due_us<?)"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void nextDueReadsTheStartOfTwoIndexes() {
        assertThat(
                        plansOf(connection ->
                                new JooqClaims(connection, new Recorder(connection)).nextDue()))
                .anyMatch(step -> step.contains("INDEX tracked_leased"))
                .anyMatch(step -> step.contains("COVERING INDEX tracked_free"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void claimsOfOneAccountReadTheSameIndexes() {
        assertThat(plansOf(connection -> claimsOfAnAccount(connection).claim(10, NOW, AGE)))
                .anyMatch(step -> step.contains("INDEX tracked_free (next_due_us<?)"))
                .allMatch(QueryPlansTest::isShort);
        assertThat(plansOf(connection -> claimsOfAnAccount(connection).nextDue()))
                .anyMatch(step -> step.contains("INDEX tracked_free"))
                .allMatch(QueryPlansTest::isShort);
    }

    private static Claims claimsOfAnAccount(LedgerConnection connection) {
        return new JooqClaims(connection, new Recorder(connection))
                .ofAccounts(Set.of(AccountName.DEFAULT));
    }

    @Test
    void trackingFindsIdsByKey() {
        assertThat(
                        plansOf(connection -> {
                            new JooqPendingGenerations(connection).track(Set.of(id(1)), NOW);
                            new JooqPendingGenerations(connection).track(Set.of(id(1)), NOW);
                        }))
                .anyMatch(step -> step.contains("generation USING PRIMARY KEY (id=?)"))
                .anyMatch(step -> step.contains("tracked USING PRIMARY KEY (id=?)"))
                .noneMatch(step -> step.contains("tracked_looked_up"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void lookedUpIdsAreCountedByTheirIndexAlone() {
        assertThat(
                        plansOf(connection ->
                                new JooqLookedUpGenerations(connection)
                                        .track(id(1), AccountName.DEFAULT, NOW, 1)))
                .containsExactly("SEARCH tracked USING COVERING INDEX tracked_looked_up (state=?)");
    }

    @Test
    void generationsToRefreshAreFoundByAge() {
        assertThat(plansOf(connection -> new JooqRefreshQueue(connection).enqueue(AGE, 10, NOW)))
                .anyMatch(step ->
                        step.contains("INDEX entry_created (created_us>? AND created_us<?)"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void countsReadTheIndexOfEachBranch() {
        assertThat(
                        readsOf(connection ->
                                new JooqQueueReader(connection).count(QueueQuery.OPEN, NOW)))
                .containsExactly(UNCLAIMED, EXPIRED, TOO_LONG, CLAIMED, TERMINAL, TERMINAL);
        assertThat(readsOf(connection -> new JooqPendingGenerations(connection).backlog(NOW)))
                .containsExactly(UNCLAIMED, EXPIRED, TOO_LONG, CLAIMED, TERMINAL, TERMINAL);
    }

    @Test
    void aListReadsIndexesAndTheRowsItShows() {
        assertThat(readsOf(listing(Optional.empty(), Optional.empty())))
                .containsExactly(BY_ID, UNCLAIMED, EXPIRED, TOO_LONG, CLAIMED, TERMINAL, TERMINAL);
        assertThat(readsOf(listing(Optional.of(QueueState.PENDING), Optional.empty())))
                .containsExactly(BY_ID, UNCLAIMED, EXPIRED, TOO_LONG);
        assertThat(readsOf(listing(Optional.of(QueueState.CLAIMED), Optional.empty())))
                .containsExactly(BY_ID, CLAIMED);
    }

    @Test
    void aListOfTerminalEntriesSortsOnlyWhatItShows() {
        for (QueueState state : List.of(QueueState.GIVEN_UP, QueueState.REFUSED)) {
            assertThat(plansOf(listing(Optional.of(state), Optional.empty())))
                    .contains(TERMINAL)
                    .filteredOn(step -> !isShort(step))
                    .containsExactly("USE TEMP B-TREE FOR ORDER BY");
            assertThat(plansOf(listing(Optional.of(state), Optional.of(Reason.NOT_FOUND))))
                    .anyMatch(step -> step.contains("(state=? AND outcome_reason=?)"))
                    .filteredOn(step -> !isShort(step))
                    .containsExactly("USE TEMP B-TREE FOR ORDER BY");
        }
    }

    @Test
    void requeueAllReadsNoRecordedRow() {
        assertThat(
                        readsOf(connection ->
                                new JooqQueueEditor(connection).requeueAll(QueueQuery.OPEN, NOW)))
                .containsExactly(
                        "SEARCH tracked USING COVERING INDEX tracked_free (next_due_us<?)",
                        "SEARCH tracked USING COVERING INDEX tracked_free (next_due_us>?)",
                        EXPIRED,
                        TOO_LONG,
                        EXPIRED,
                        TOO_LONG,
                        TERMINAL,
                        TERMINAL);
    }

    @Test
    void editsByIdUseTheKey() {
        assertThat(
                        readsOf(connection -> {
                            new JooqQueueEditor(connection).requeue(Set.of(id(1), id(2)), NOW);
                            new JooqQueueEditor(connection).forget(Set.of(id(1), id(2)), NOW);
                        }))
                .containsOnly(BY_ID);
    }

    /** An index of open entries has a first row, or the queue has none. */
    @Test
    void aRecordingAsksFirstWhetherTheQueueHasAnOpenEntry() {
        assertThat(
                        readsOf(connection ->
                                new JooqLedger(connection, new Recorder(connection))
                                        .record(List.of(recording(complete(id(1)))))))
                .allMatch(step ->
                        step.equals(BY_ID)
                                || step.matches(".* INDEX tracked_(free|leased|ended)( .*)?"));
    }

    @Test
    void eventsAndRevisionsAreFoundById() {
        assertThat(plansOf(connection -> new JooqEventLog(connection).of(id(1))))
                .anyMatch(step -> step.contains("INDEX ledger_log_of (generation_id=?)"))
                .allMatch(QueryPlansTest::isShort);
        assertThat(
                        plansOf(connection ->
                                new JooqLedger(connection, new Recorder(connection))
                                        .revisions(id(1))))
                .allMatch(QueryPlansTest::isShort);
    }

    private static Consumer<LedgerConnection> listing(
            Optional<QueueState> state, Optional<Reason> reason) {
        QueueQuery query = new QueueQuery(state, reason);
        return connection -> new JooqQueueReader(connection).list(query, 10, NOW);
    }

    /** The steps that read rows of the queue. */
    private List<String> readsOf(Consumer<LedgerConnection> work) {
        return plansOf(work).stream().filter(step -> step.contains(" tracked ")).toList();
    }

    private static boolean isShort(String step) {
        boolean scans = step.contains("SCAN") && !step.equals("SCAN CONSTANT ROW");
        return !scans && !step.contains("TEMP B-TREE");
    }

    /** The steps of all statements that {@code work} executes through jOOQ. */
    private List<String> plansOf(Consumer<LedgerConnection> work) {
        Path file = folder.resolve("ledger.db");
        List<String> statements = new ArrayList<>();
        try (LedgerConnection connection = LedgerConnection.open(new SqliteEngine(file))) {
            // The first connection becomes the writing one; reading opens a second.
            connection.write(sql -> sql.configuration().set(listener(statements)));
            connection.read(sql -> sql.configuration().set(listener(statements)));
            work.accept(connection);
            connection.read(sql -> sql.configuration().set(new ExecuteListener() {}));
            return statements.stream().flatMap(one -> plan(connection, one).stream()).toList();
        }
    }

    private static ExecuteListener listener(List<String> statements) {
        return new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                statements.add(context.dsl().renderInlined(context.query()));
            }
        };
    }

    private static List<String> plan(LedgerConnection connection, String statement) {
        return connection.read(sql ->
                sql.fetch("explain query plan " + statement)
                        .map(row -> String.valueOf(row.get("detail"))));
    }
}
