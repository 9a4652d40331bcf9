package io.genledger.adapter.sql.maintenance;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.RECEIVED;
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
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.ledger.admin.EntryRenewals.Outcome;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
                        new Revision(id(1), 1, WORK, document(id(1))),
                        new Revision(id(1), 2, WORK, document(id(1))));
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

    /** Otherwise a record that was fetched early would never be refreshed. */
    @Test
    void theAgeOfTheLastFetchStays() {
        LedgerDatabase database = empty();
        database.ledger().record(List.of(recordingOf(costing(id(1), credits("1")))));
        Instant later = CREATED.plus(Duration.ofDays(9));
        assertThat(database.refreshQueue().enqueue(Duration.ofDays(1), 5, later)).isOne();
        Claim claim = database.claims().claim(1, later, Duration.ofMinutes(1)).get(0);
        database.claims()
                .settle(
                        List.of(
                                new Settlement.Recorded(
                                        claim,
                                        new Recording(
                                                LedgerEntry.of(costing(id(1), credits("1"))),
                                                new MetadataDocument(
                                                        Optional.of(id(1)),
                                                        document(id(1)).bytes(),
                                                        later),
                                                WORK))));

        database.renewals()
                .renew(
                        List.of(new Redecoded(1, recordingOf(costing(id(1), credits("2"))))),
                        "a",
                        1);

        assertThat(database.ledger().revisions(id(1))).hasSize(2);
        assertThat(database.refreshQueue().enqueue(Duration.ofDays(2), 5, later.plusSeconds(60)))
                .isZero();
    }

    /** PostgreSQL stores no U+0000. */
    @Test
    void aTextThatIsStoredOtherwiseIsNoChange() {
        LedgerDatabase database = empty();
        Generation complete = complete(id(1));
        Generation odd =
                complete.toBuilder().with(complete.lineage().withRequest("req\u0000")).build();
        database.ledger().record(List.of(recordingOf(odd)));

        assertThat(database.renewals().renew(List.of(new Redecoded(1, recordingOf(odd))), "a", 1))
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void endsAPageAfterFourMegabytes() {
        LedgerDatabase database = empty();
        byte[] large = new byte[1_500_000];
        database.ledger()
                .record(
                        IntStream.range(0, 8)
                                .mapToObj(number ->
                                        new Recording(
                                                recordingOf(complete(id(number))).entry(),
                                                new MetadataDocument(
                                                        Optional.empty(), large, RECEIVED)))
                                .toList());

        List<ArchivedEntry> page = database.archivedEntries().after(0, 1_000);

        assertThat(page).hasSize(3);
        assertThat(database.archivedEntries().after(page.get(2).place(), 1_000)).hasSize(3);
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
