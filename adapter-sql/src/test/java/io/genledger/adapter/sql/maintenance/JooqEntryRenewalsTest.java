package io.genledger.adapter.sql.maintenance;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.ledger.admin.EntryRenewals.Outcome;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqEntryRenewalsTest {

    private static final AccountName WORK = new AccountName("work");

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    /** An empty ledger. */
    protected LedgerDatabase empty() {
        return files.emptyIn(folder);
    }

    private static Recording recordingOf(Generation generation) {
        return new Recording(
                LedgerEntry.of(generation, Optional.of(generation.id())),
                document(generation.id()),
                WORK);
    }

    private static void assertFaultless(LedgerDatabase database) {
        assertThat(database.verifier().verify(5).named()).isEmpty();
    }

    @Test
    void changedFiguresBecomeARevisionOfTheSameDocument() {
        LedgerDatabase database = empty();
        database.ledger().record(List.of(recordingOf(costing(id(1), credits("1")))));

        List<Outcome> outcomes =
                database.renewals()
                        .renew(
                                List.of(
                                        new Redecoded(
                                                1, recordingOf(costing(id(1), credits("2"))))),
                                "a",
                                1);

        assertThat(outcomes).containsExactly(Outcome.REVISED);
        assertThat(database.ledger().revisions(id(1)))
                .containsExactly(
                        new Revision(id(1), 1, document(id(1))),
                        new Revision(id(1), 2, document(id(1))));
        List<ArchivedEntry> entries = database.archivedEntries().after(0, 10);
        assertThat(entries).extracting(ArchivedEntry::current).containsExactly(false, true);
        assertThat(entries).extracting(ArchivedEntry::account).containsOnly(WORK);
        assertThat(entries.get(1).hasContentOf(costing(id(1), credits("2")))).isTrue();
        assertFaultless(database);
    }

    @Test
    void anEqualEntryStaysAsItIs() {
        LedgerDatabase database = empty();
        database.ledger().record(List.of(recordingOf(complete(id(1)))));

        assertThat(
                        database.renewals()
                                .renew(
                                        List.of(new Redecoded(1, recordingOf(complete(id(1))))),
                                        "a",
                                        1))
                .containsExactly(Outcome.UNCHANGED);
        assertThat(database.ledger().revisions(id(1))).hasSize(1);
    }

    @Test
    void anEntryThatWasCorrectedMeanwhileStaysAsItIs() {
        LedgerDatabase database = empty();
        database.ledger().record(List.of(recordingOf(costing(id(1), credits("1")))));
        database.ledger().record(List.of(recordingOf(costing(id(1), credits("5")))));

        assertThat(
                        database.renewals()
                                .renew(
                                        List.of(
                                                new Redecoded(
                                                        1,
                                                        recordingOf(costing(id(1), credits("2"))))),
                                        "a",
                                        1))
                .containsExactly(Outcome.OUTDATED);
        assertThat(database.ledger().revisions(id(1))).hasSize(2);
        assertFaultless(database);
    }

    @Test
    void keepsThePositionOfOneDecoder() {
        EntryRenewals renewals = empty().renewals();
        assertThat(renewals.position("1.0")).isZero();

        renewals.renew(List.of(), "1.0", 4_711);

        assertThat(renewals.position("1.0")).isEqualTo(4_711);
        assertThat(renewals.position("1.1")).isZero();
        renewals.finish();
        assertThat(renewals.position("1.0")).isZero();
    }

    @Test
    void readsEntriesPageByPage() {
        LedgerDatabase database = empty();
        database.ledger()
                .record(
                        List.of(
                                recording(complete(id(1))),
                                recording(complete(id(2))),
                                recording(complete(id(3)))));

        List<ArchivedEntry> first = database.archivedEntries().after(0, 2);
        List<ArchivedEntry> rest = database.archivedEntries().after(first.get(1).place(), 2);

        assertThat(first).extracting(ArchivedEntry::id).containsExactly(id(1), id(2));
        assertThat(rest).extracting(ArchivedEntry::id).containsExactly(id(3));
        assertThat(rest.get(0).document()).contains(document(id(3)));
        assertThat(rest.get(0).hasContentOf(complete(id(3)))).isTrue();
        assertThat(rest.get(0).hasContentOf(complete(id(4)))).isFalse();
    }
}
