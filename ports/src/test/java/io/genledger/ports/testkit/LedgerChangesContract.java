package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.DocumentLookupContract.record;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.ledger.LedgerChanges.Change;
import io.genledger.ports.ledger.LedgerChanges.Changes;
import io.genledger.ports.queue.PendingGenerations;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link LedgerChanges}. */
public abstract class LedgerChangesContract {

    private static final int MANY = 1_000;

    /** The changes of a ledger and a queue. */
    public record Fixture(LedgerChanges changes, Ledger ledger, PendingGenerations pending) {}

    /** The changes of an empty ledger and an empty queue. */
    protected abstract Fixture emptyFixture();

    @Test
    void anEmptyLedgerHasNone() {
        Changes none = emptyFixture().changes().since(0, MANY);

        assertThat(none.entries()).isEmpty();
        assertThat(none.end()).isZero();
    }

    @Test
    void passesWhatWasRecordedInOrder() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), complete(id(2)));
        record(fixture.ledger(), complete(id(1)));

        Changes changes = fixture.changes().since(0, MANY);
        assertThat(changes.entries()).extracting(Change::id).containsExactly(id(2), id(1));
        assertThat(changes.entries()).extracting(Change::isCorrection).containsOnly(false);
        assertThat(changes.entries()).extracting(Change::number).isSorted().endsWith(changes.end());
    }

    @Test
    void passesACorrectionOnce() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), costing(id(1), credits("0.01")));
        long end = fixture.changes().since(0, MANY).end();
        record(fixture.ledger(), costing(id(1), credits("0.03")));

        Changes corrected = fixture.changes().since(end, MANY);
        assertThat(corrected.entries()).containsExactly(new Change(corrected.end(), id(1), true));
    }

    @Test
    void passesNothingThatChangesNothing() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), complete(id(1)));
        long end = fixture.changes().since(0, MANY).end();
        record(fixture.ledger(), complete(id(1)));

        Changes none = fixture.changes().since(end, MANY);
        assertThat(none.entries()).isEmpty();
        assertThat(none.end()).isEqualTo(end);
    }

    @Test
    void goesOnBehindAFullPage() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), complete(id(1)));
        record(fixture.ledger(), complete(id(2)));
        record(fixture.ledger(), complete(id(3)));

        Changes page = fixture.changes().since(0, 2);
        assertThat(page.entries()).extracting(Change::id).containsExactly(id(1), id(2));
        assertThat(fixture.changes().since(page.end(), 2).entries())
                .extracting(Change::id)
                .containsExactly(id(3));
    }

    @Test
    void tellsTheEndWithoutEntries() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), complete(id(1)));

        Changes end = fixture.changes().since(Long.MAX_VALUE, MANY);
        assertThat(end.entries()).isEmpty();
        assertThat(end.end()).isEqualTo(fixture.changes().since(0, MANY).end());
    }

    @Test
    void theStateDiffersAfterEachChange() {
        Fixture fixture = emptyFixture();
        String empty = fixture.changes().since(0, MANY).state();
        var unused = fixture.pending().track(Set.of(id(1)), Instant.EPOCH);
        String tracked = fixture.changes().since(0, MANY).state();
        record(fixture.ledger(), complete(id(2)));
        String recorded = fixture.changes().since(0, MANY).state();

        assertThat(tracked).isNotEqualTo(empty);
        assertThat(recorded).isNotEqualTo(tracked);
    }
}
