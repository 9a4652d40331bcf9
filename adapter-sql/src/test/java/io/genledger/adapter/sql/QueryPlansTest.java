package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

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
 * What is really run walks an index, and sorts nothing where time is to be the same at any length.
 */
class QueryPlansTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration AGE = Duration.ofDays(1);

    private static final String FREE = "SCAN tracked USING COVERING INDEX tracked_free";
    private static final String LAPSED =
            "SEARCH tracked USING INDEX tracked_leased (leased_until_us<?)";
    private static final String DISBELIEVED =
            "SEARCH tracked USING INDEX tracked_leased (leased_until_us>?)";
    private static final String CLAIMED =
            "SEARCH tracked USING INDEX tracked_leased (leased_until_us>? AND leased_until_us<?)";
    private static final String ENDED =
            "SEARCH tracked USING COVERING INDEX tracked_ended (state=?)";
    private static final String BY_ID = "SEARCH tracked USING PRIMARY KEY (id=?)";

    @TempDir Path folder;

    @Test
    void aClaimTakesBackAndTakes() {
        assertThat(plansOf(session -> new JooqClaims(session).claim(10, NOW, AGE)))
                .anyMatch(step -> step.contains("INDEX tracked_leased (leased_until_us<?)"))
                .anyMatch(step -> step.contains("INDEX tracked_free (next_due_us<?)"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void theNextDueIsTheFirstOfTwoIndexes() {
        assertThat(plansOf(session -> new JooqPendingGenerations(session).nextDue()))
                .anyMatch(step -> step.contains("INDEX tracked_leased"))
                .anyMatch(step -> step.contains("COVERING INDEX tracked_free"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void trackingLooksIdsUp() {
        assertThat(
                        plansOf(session ->
                                new JooqPendingGenerations(session).track(Set.of(id(1)), NOW)))
                .anyMatch(step -> step.contains("generation USING INDEX"))
                .anyMatch(step -> step.contains("tracked USING PRIMARY KEY (id=?)"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void whatIsToBeReadOnceMoreIsFoundByItsAge() {
        assertThat(plansOf(session -> new JooqRefreshQueue(session).enqueue(AGE, 10, NOW)))
                .anyMatch(step -> step.contains("INDEX generation_read_age (read_age_s<?)"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void aCountReadsTheIndexOfEachStanding() {
        assertThat(readsOf(session -> new JooqQueueReader(session).count(QueueQuery.OPEN, NOW)))
                .containsExactly(FREE, LAPSED, DISBELIEVED, CLAIMED, ENDED, ENDED);
        assertThat(readsOf(session -> new JooqPendingGenerations(session).backlog(NOW)))
                .containsExactly(FREE, LAPSED, DISBELIEVED, CLAIMED, ENDED, ENDED);
    }

    @Test
    void aListDoesTooAndReadsWhatItShows() {
        assertThat(readsOf(listing(Optional.empty(), Optional.empty())))
                .containsExactly(BY_ID, FREE, LAPSED, DISBELIEVED, CLAIMED, ENDED, ENDED);
        assertThat(readsOf(listing(Optional.of(QueueState.PENDING), Optional.empty())))
                .containsExactly(BY_ID, FREE, LAPSED, DISBELIEVED);
        assertThat(readsOf(listing(Optional.of(QueueState.CLAIMED), Optional.empty())))
                .containsExactly(BY_ID, CLAIMED);
    }

    @Test
    void aListOfWhatEndedSortsOnlyWhatItShows() {
        for (QueueState state : List.of(QueueState.GIVEN_UP, QueueState.REFUSED)) {
            assertThat(plansOf(listing(Optional.of(state), Optional.empty())))
                    .contains(ENDED)
                    .filteredOn(step -> !isShort(step))
                    .containsExactly("USE TEMP B-TREE FOR ORDER BY");
            assertThat(plansOf(listing(Optional.of(state), Optional.of(Reason.NOT_FOUND))))
                    .anyMatch(step -> step.contains("(state=? AND answer_reason=?)"))
                    .filteredOn(step -> !isShort(step))
                    .containsExactly("USE TEMP B-TREE FOR ORDER BY");
        }
    }

    @Test
    void whoRevivesAllReadsNothingThatIsRecorded() {
        assertThat(
                        readsOf(session ->
                                new JooqQueueEditor(session).requeueAll(QueueQuery.OPEN, NOW)))
                .containsExactly(
                        "SEARCH tracked USING COVERING INDEX tracked_free (next_due_us<?)",
                        "SEARCH tracked USING COVERING INDEX tracked_free (next_due_us>?)",
                        LAPSED,
                        DISBELIEVED,
                        LAPSED,
                        DISBELIEVED,
                        ENDED,
                        ENDED);
    }

    @Test
    void whoNamesIdsLooksThemUp() {
        assertThat(
                        readsOf(session -> {
                            new JooqQueueEditor(session).requeue(Set.of(id(1), id(2)), NOW);
                            new JooqQueueEditor(session).forget(Set.of(id(1), id(2)), NOW);
                            new JooqLedger(session).record(List.of(recording(complete(id(1)))));
                        }))
                .containsOnly(BY_ID);
    }

    @Test
    void theHistoryOfAnIdIsFoundByIt() {
        assertThat(plansOf(session -> new JooqEventLog(session).of(id(1))))
                .anyMatch(step -> step.contains("INDEX ledger_log_of (generation_id=?)"))
                .allMatch(QueryPlansTest::isShort);
        assertThat(plansOf(session -> new JooqLedger(session).revisions(id(1))))
                .allMatch(QueryPlansTest::isShort);
    }

    private static Consumer<Session> listing(Optional<QueueState> state, Optional<Reason> reason) {
        QueueQuery query = new QueueQuery(state, reason);
        return session -> new JooqQueueReader(session).list(query, 10, NOW);
    }

    /** Those steps that read rows of the queue. */
    private List<String> readsOf(Consumer<Session> work) {
        return plansOf(work).stream().filter(step -> step.contains(" tracked ")).toList();
    }

    private static boolean isShort(String step) {
        return !step.contains("SCAN") && !step.contains("TEMP B-TREE");
    }

    /** The steps of everything that {@code work} runs through jOOQ. */
    private List<String> plansOf(Consumer<Session> work) {
        Path file = folder.resolve("ledger.db");
        List<String> statements = new ArrayList<>();
        try (Session session = Session.over(new SqliteEngine(file))) {
            session.read(sql -> sql.configuration().set(listener(statements)));
            work.accept(session);
            session.read(sql -> sql.configuration().set(new ExecuteListener() {}));
            return statements.stream().flatMap(one -> plan(session, one).stream()).toList();
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

    private static List<String> plan(Session session, String statement) {
        return session.read(sql ->
                sql.fetch("explain query plan " + statement)
                        .map(row -> String.valueOf(row.get("detail"))));
    }
}
