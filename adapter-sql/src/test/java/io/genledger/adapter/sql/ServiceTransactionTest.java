package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.admin.EntryPruning.Pruned;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** A service that tracks ids over its own connections, within its own transactions. */
class ServiceTransactionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    private PostgresServer place = PostgresServer.of("postgresql://nowhere/nothing");
    private Service service = new Service(place);

    @BeforeEach
    void open() {
        place = servers.emptyPlace();
        service = new Service(place);
        LedgerServers.change(place, "create table completion (text text)");
    }

    @Test
    void trackingIsCommittedWithTheServicesOwnRows() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        service.begin();
        service.execute("insert into completion values ('hello')");

        assertThat(ledger.pending().track(Set.of(id(1)), NOW).added()).isEqualTo(1);
        assertThat(ledger.pending().track(Set.of(id(1)), NOW).pending()).isEqualTo(1);
        assertThat(rows()).as("before the commit").isEqualTo("0 0");
        service.commit();
        assertThat(rows()).isEqualTo("1 1");
    }

    @Test
    void trackingIsRolledBackWithTheServicesOwnRows() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        service.begin();
        service.execute("insert into completion values ('hello')");
        ledger.pending().track(Set.of(id(1)), NOW);
        ledger.ledger().record(List.of(recording(complete(id(2)))));
        service.rollBack();

        assertThat(rows()).isEqualTo("0 0");
        assertThat(ledger.ledger().find(id(2))).isEmpty();
    }

    @Test
    void aFailedCallLeavesTheServicesTransactionAsItWas() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        LedgerServers.change(
                place,
                "alter table tracked add constraint refused check (id <> '%s')"
                        .formatted(id(13).value()));
        service.begin();
        service.execute("insert into completion values ('hello')");

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> ledger.pending().track(Set.of(id(12), id(13)), NOW));
        ledger.pending().track(Set.of(id(1)), NOW);
        service.commit();
        assertThat(rows()).isEqualTo("1 1");
    }

    @Test
    void aConnectionWithAutocommitIsATransactionOfItsOwn() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        ledger.pending().track(Set.of(id(1)), NOW);

        assertThat(rows()).isEqualTo("0 1");
        assertThat(ledger.queue().find(id(1), NOW)).isPresent();
        assertThat(service.open).as("open connections").hasValue(0);
        ledger.close();
        assertThat(LedgerDatabase.over(service).queue().find(id(1), NOW)).isPresent();
    }

    @Test
    void tablesAreNotCreatedInTheServicesTransaction() throws SQLException {
        service.begin();

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> LedgerDatabase.over(service))
                .withMessageContaining("open the ledger once outside of a transaction");
        service.rollBack();
        LedgerDatabase.over(service);
        service.begin();
        assertThat(LedgerDatabase.over(service).isNew()).isFalse();
        service.rollBack();
    }

    @Test
    void aServerOutOfReachIsSaidToBeThat() {
        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() ->
                        LedgerDatabase.over(
                                new Service(
                                        PostgresServer.of("postgresql://postgres@localhost:1/x"))))
                .withMessage(
                        "the service's database cannot be reached; check host and port, and that it"
                                + " runs");
    }

    @Test
    void recordsOnlyWhereItSeesWhatOthersCommit() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        service.begin();
        service.execute("set transaction isolation level repeatable read");

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> ledger.ledger().record(List.of(recording(complete(id(1))))))
                .withMessageContaining("isolation level is repeatable read");
        ledger.pending().track(Set.of(id(2)), NOW);
        service.commit();
        assertThat(rows()).isEqualTo("0 1");
    }

    @Test
    void theCommittedSequenceIsNotReadInTheServicesTransaction() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        service.begin();

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> ledger.committedSequence().end())
                .withMessageContaining("call it with autocommit");
        service.rollBack();
        assertThat(ledger.committedSequence().end()).isZero();
    }

    /** A service's transaction may be long. */
    @Test
    void servicesTakeNoShardFromOthers() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        service.begin();
        ledger.ledger().record(List.of(recording(complete(id(1)))));
        service.commit();
        ledger.ledger().record(List.of(recording(complete(id(2)))));

        assertThat(
                        LedgerServers.ask(
                                place,
                                "select string_agg(distinct shard::text, ' ' order by shard::text)"
                                        + " from rollup_day"))
                .isEqualTo("0 16");
        assertThat(ledger.verifier().verify(5).named()).isEmpty();
    }

    @Test
    void theServicesLockTimeoutIsRestored() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        service.begin();
        service.execute("set local lock_timeout = '3s'");
        ledger.pending().track(Set.of(id(1)), NOW);

        assertThat(service.ask("show lock_timeout")).isEqualTo("3s");
        service.execute("set local lock_timeout = 0");
        ledger.pending().track(Set.of(id(2)), NOW);
        assertThat(service.ask("show lock_timeout")).isEqualTo("0");
        service.rollBack();
    }

    /** The revision is committed while the pruning waits, and comes before the last entry. */
    @Test
    void pruningDeletesARevisionThatIsCommittedMeanwhile() throws SQLException {
        LedgerDatabase ledger = LedgerDatabase.over(service);
        ledger.ledger()
                .record(
                        List.of(
                                recording(complete(id(1))),
                                recording(
                                        createdAt(
                                                complete(id(2)), NOW.minus(Duration.ofDays(1))))));
        service.begin();
        ledger.ledger().record(List.of(recording(withCharges(complete(id(1)), credits("3")))));
        LedgerDatabase other = servers.open(place);

        CompletableFuture<Pruned> pruned =
                CompletableFuture.supplyAsync(() -> other.entryPruning().prune(NOW));
        while (isNotWaiting() && !pruned.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(pruned).isNotDone();
        service.commit();

        assertThat(pruned.join().entries()).isEqualTo(4);
        assertThat(
                        LedgerServers.ask(
                                place,
                                "select (select count(*) from entry) || ' ' || (select count(*)"
                                        + " from document)"))
                .isEqualTo("0 0");
        assertThat(other.verifier().verify(5).named()).isEmpty();
    }

    private boolean isNotWaiting() throws SQLException {
        return LedgerServers.ask(place, "select count(*) from pg_locks where not granted")
                .equals("0");
    }

    /** The service's rows and tracked ids, as another connection sees them. */
    private String rows() throws SQLException {
        return LedgerServers.ask(
                place,
                "select (select count(*) from completion) || ' ' || (select count(*) from"
                        + " tracked)");
    }

    /** A data source that hands out the connection of the open transaction, if there is one. */
    private static final class Service extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient PostgresServer place;
        private final transient AtomicInteger open = new AtomicInteger();
        private transient Optional<Connection> transaction = Optional.empty();

        Service(PostgresServer place) {
            this.place = place;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection =
                    transaction.isPresent() ? transaction.get() : LedgerServers.connect(place);
            open.incrementAndGet();
            return (Connection)
                    Proxy.newProxyInstance(
                            Service.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                if (!method.getName().equals("close")) {
                                    return method.invoke(connection, arguments);
                                }
                                open.decrementAndGet();
                                if (transaction.isEmpty()) {
                                    connection.close();
                                }
                                return null;
                            });
        }

        void begin() throws SQLException {
            Connection connection = LedgerServers.connect(place);
            connection.setAutoCommit(false);
            transaction = Optional.of(connection);
        }

        void execute(String sql) throws SQLException {
            try (Statement statement = transaction.orElseThrow().createStatement()) {
                statement.execute(sql);
            }
        }

        String ask(String query) throws SQLException {
            try (Statement statement = transaction.orElseThrow().createStatement();
                    ResultSet answer = statement.executeQuery(query)) {
                answer.next();
                return answer.getString(1);
            }
        }

        void commit() throws SQLException {
            transaction.orElseThrow().commit();
            end();
        }

        void rollBack() throws SQLException {
            transaction.orElseThrow().rollback();
            end();
        }

        private void end() throws SQLException {
            transaction.orElseThrow().close();
            transaction = Optional.empty();
        }
    }
}
