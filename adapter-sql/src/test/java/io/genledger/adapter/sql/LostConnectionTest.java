package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that the server closes while they are idle, or in the midst of a transaction. */
class LostConnectionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(3);

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    private PostgresServer place = PostgresServer.of("postgresql://nowhere/nothing");

    @BeforeEach
    void makeAPlace() {
        place = servers.emptyPlace();
    }

    /** The rounds of {@code collect --watch}, each statement of which finds a closed connection. */
    @Test
    void isReplacedInEachCallOfALongRun() {
        LedgerDatabase database = servers.open(place);
        for (int round = 0; round < 3; round++) {
            closeAll();
            database.pending().track(Set.of(id(round)), NOW);
            closeAll();
            List<Claim> claims = database.claims().claim(10, NOW, LEASE);
            assertThat(claims).extracting(Claim::id).containsExactly(id(round));
            closeAll();
            assertThat(database.claims().extend(claims, NOW, LEASE)).hasSize(1);
            closeAll();
            assertThat(
                            database.claims()
                                    .settle(
                                            List.of(
                                                    new Settlement.Recorded(
                                                            claims.get(0),
                                                            recording(complete(id(round)))))))
                    .containsExactly(SettlementResult.RECORDED);
            closeAll();
            assertThat(database.ledger().find(id(round))).isPresent();
            closeAll();
            assertThat(database.ledger().record(List.of(recording(complete(id(round))))))
                    .containsExactly(Ledger.Outcome.UNCHANGED);
        }
    }

    /** What an open transaction has written is lost with its connection, and written again. */
    @Test
    void isReplacedInTheMidstOfATransaction() throws SQLException {
        LedgerDatabase database = servers.open(place);
        closeDuring("create trigger cut after insert on tracked");
        database.pending().track(Set.of(id(1)), NOW);

        assertThat(LedgerServers.ask(place, "select count(*) from tracked")).isEqualTo("1");
        assertThat(attempts()).isEqualTo("2");
    }

    /** The server may have committed: a second time could write over what happened since. */
    @Test
    void isNotReplacedInDoubt() throws SQLException {
        LedgerDatabase database = servers.open(place);
        closeDuring(
                "create constraint trigger cut after insert on tracked deferrable initially"
                        + " deferred");

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> database.pending().track(Set.of(id(1)), NOW))
                .withMessageContaining("closed the connection")
                .matches(LedgerUnavailableException::isTransient);
        assertThat(attempts()).isEqualTo("1");
        assertThat(database.claims().claim(10, NOW, LEASE)).isEmpty();
    }

    /** A trigger that closes its own connection the first time. A sequence is not rolled back. */
    private void closeDuring(String trigger) {
        LedgerServers.change(
                place,
                "create sequence attempt; create function cut() returns trigger language plpgsql as"
                        + " 'begin if nextval(''attempt'') = 1 then perform"
                        + " pg_terminate_backend(pg_backend_pid()); end if; return null; end'; "
                        + trigger
                        + " for each row execute function cut()");
    }

    private String attempts() throws SQLException {
        return LedgerServers.ask(place, "select last_value from attempt");
    }

    private static void closeAll() {
        LedgerServers.change(
                TestServer.asOwner(""),
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where pid <>"
                        + " pg_backend_pid() and application_name = 'genledger'");
    }
}
