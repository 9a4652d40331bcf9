package io.genledger.adapter.sql.ledger;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.ledger.LedgerChanges.Change;
import io.genledger.ports.testkit.LedgerChangesContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqLedgerChangesTest extends LedgerChangesContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    /** Opens one empty ledger twice. */
    protected List<LedgerDatabase> openedTwice() {
        return List.of(files.emptyIn(folder), files.open(folder.resolve("1.db")));
    }

    @Override
    protected Fixture emptyFixture() {
        return fixtureOf(files.emptyIn(folder));
    }

    /** The changes of {@code database}. */
    protected static Fixture fixtureOf(LedgerDatabase database) {
        return new Fixture(database.changes(), database.ledger(), database.pending());
    }

    @Test
    void seesWhatOtherProcessesChange() {
        List<LedgerDatabase> two = openedTwice();
        LedgerChanges changes = two.get(0).changes();
        String empty = changes.since(0, 9).state();
        two.get(1).ledger().record(List.of(recording(complete(id(1)))));
        String recorded = changes.since(0, 9).state();
        var unused = two.get(1).pending().track(Set.of(id(2)), Instant.EPOCH);

        assertThat(changes.since(0, 9).entries()).extracting(Change::id).containsExactly(id(1));
        assertThat(recorded).isNotEqualTo(empty);
        assertThat(changes.since(0, 9).state()).isNotEqualTo(recorded);
    }

    @Test
    void theStateStaysAsLongAsNothingChanges() {
        LedgerDatabase database = openedTwice().get(0);
        database.ledger().record(List.of(recording(complete(id(1)))));
        LedgerChanges changes = database.changes();
        String state = changes.since(0, 9).state();
        assertThat(database.ledger().find(id(1))).isPresent();

        assertThat(changes.since(0, 9).state()).isEqualTo(state);
    }
}
