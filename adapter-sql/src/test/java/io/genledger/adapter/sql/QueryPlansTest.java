package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.QueueQuery;
import io.genledger.ports.QueueState;
import io.genledger.ports.Reason;
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

/** What is really run walks an index and sorts nothing: else it took longer the more there is. */
class QueryPlansTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration AGE = Duration.ofDays(1);

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
                .anyMatch(step -> step.contains("INDEX tracked_free"))
                .noneMatch(step -> step.contains("SCAN"));
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
        assertThat(plansOf(session -> new JooqRereads(session).enqueue(AGE, 10, NOW)))
                .anyMatch(step -> step.contains("INDEX generation_read_age (read_age_s<?)"))
                .allMatch(QueryPlansTest::isShort);
    }

    @Test
    void aListIsReadInTheOrderOfItsIndex() {
        for (QueueState state : QueueState.values()) {
            if (state != QueueState.CLAIMED && state != QueueState.RECORDED) {
                assertThat(listing(Optional.of(state), Optional.empty()))
                        .allMatch(step -> step.contains("tracked_open (state=?)"));
                assertThat(listing(Optional.of(state), Optional.of(Reason.NOT_FOUND)))
                        .allMatch(step -> step.contains("(state=? AND answer_reason=?)"));
            }
        }
        assertThat(listing(Optional.empty(), Optional.empty()))
                .allMatch(step -> step.contains("SCAN tracked USING INDEX tracked_open"));
        assertThat(listing(Optional.of(QueueState.CLAIMED), Optional.empty()))
                .anyMatch(step -> step.contains("INDEX tracked_leased"));
    }

    @Test
    void aCountReadsOneIndexAlone() {
        assertThat(plansOf(session -> new JooqQueueReader(session).count(QueueQuery.OPEN, NOW)))
                .anyMatch(step -> step.contains("tracked USING COVERING INDEX tracked_open"));
        assertThat(plansOf(session -> new JooqPendingGenerations(session).backlog(NOW)))
                .containsExactly("SCAN tracked USING COVERING INDEX tracked_open");
    }

    @Test
    void theHistoryOfAnIdIsFoundByIt() {
        assertThat(plansOf(session -> new JooqLedgerLog(session).of(id(1))))
                .anyMatch(step -> step.contains("INDEX ledger_log_of (generation_id=?)"))
                .allMatch(QueryPlansTest::isShort);
        assertThat(plansOf(session -> new JooqLedger(session).revisions(id(1))))
                .allMatch(QueryPlansTest::isShort);
    }

    private List<String> listing(Optional<QueueState> state, Optional<Reason> reason) {
        QueueQuery query = new QueueQuery(state, reason);
        return plansOf(session -> new JooqQueueReader(session).list(query, 10, NOW));
    }

    private static boolean isShort(String step) {
        return !step.contains("SCAN") && !step.contains("TEMP B-TREE");
    }

    /** The steps of everything that {@code work} runs through jOOQ. */
    private List<String> plansOf(Consumer<Session> work) {
        Path file = folder.resolve("ledger.db");
        List<String> statements = new ArrayList<>();
        try (Session session = new Session(file, SqliteFile.open(file))) {
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
