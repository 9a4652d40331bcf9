package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.Settlement;
import io.genledger.ports.testkit.PendingGenerationsContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JooqPendingGenerationsTest extends PendingGenerationsContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.000001Z");

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Room emptyRoom() {
        LedgerDatabase database = files.emptyIn(folder);
        return new Room(database.pending(), database.ledger());
    }

    @Test
    void keepsTheLastAnswerForPeople() throws SQLException {
        Path file = folder.resolve("ledger.db");
        var pending = files.open(file).pending();
        pending.track(Set.of(id(1)), NOW);
        pending.claim(1, NOW, Duration.ofMinutes(1));
        pending.settle(List.of(new Settlement.GivenUp(id(1), "not found")));

        assertThat(LedgerFiles.ask(file, "select state || ': ' || last_answer from pending"))
                .isEqualTo("given_up: not found");
    }

    @Test
    void tracksAndSettlesNothingWhenNothingIsGiven() {
        var pending = emptyRoom().pending();

        pending.settle(List.of());
        assertThat(pending.track(Set.of(), NOW).added()).isZero();
    }

    /** Else a claim would take longer the longer the queue is. */
    @Test
    void aClaimWalksAnIndexAndSortsNothing() throws SQLException {
        Path file = folder.resolve("ledger.db");
        files.open(file);
        String claimable =
                "select id from pending where state = 'pending' and leased_until_us is null"
                        + " and next_due_us <= 1 order by next_due_us limit 10";

        assertThat(planOf(file, claimable))
                .containsPattern("SEARCH pending USING (COVERING )?INDEX pending_unclaimed")
                .doesNotContain("TEMP B-TREE");
        assertThat(planOf(file, "select id from pending where leased_until_us <= 1"))
                .contains("INDEX pending_claimed");
    }

    private static String planOf(Path file, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("explain query plan " + query)) {
            while (steps.next()) {
                plan.append(steps.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }
}
