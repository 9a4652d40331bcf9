package io.genledger.adapter.sql.retention;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.RECEIVED;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.Removal;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import io.genledger.ports.ledger.admin.UserErasure.Erased;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class JooqUserErasureTest {

    protected static final ExternalUser ANA = new ExternalUser("ana@example.org");
    private static final ExternalUser BEN = new ExternalUser("ben@example.org");
    private static final Erased NOTHING = new Erased(0, 0, 0, 0, 0, 0, 0);

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    /** An empty ledger. */
    protected LedgerDatabase empty() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** A second process on the ledger that {@link #empty} returned last. */
    protected LedgerDatabase again() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** The answer of the ledger's database to a query. */
    protected String ask(String query) throws SQLException {
        return LedgerFiles.ask(folder.resolve("ledger.db"), query);
    }

    /** A generation of {@code user} in a session. */
    protected static Generation of(int number, ExternalUser user, String session) {
        Generation complete = complete(id(number));
        return complete.toBuilder()
                .with(complete.attribution().withExternalUser(user.value()))
                .with(complete.lineage().withSession(session).withRequest("req-" + user.value()))
                .build();
    }

    protected static Recording recording(Generation generation) {
        String text =
                "{\"id\":\"%s\",\"external_user\":\"%s\",\"session\":\"%s\"}"
                        .formatted(
                                generation.id(),
                                generation.attribution().externalUser().orElseThrow(),
                                generation.lineage().session().orElseThrow());
        return new Recording(LedgerEntry.of(generation), document(generation.id(), text));
    }

    private static MetadataDocument document(GenerationId id, String text) {
        return new MetadataDocument(
                Optional.of(id), text.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    /** Two generations of Ana, one of them corrected twice, and others of Ben. */
    protected static void fill(LedgerDatabase database) {
        database.pending().track(Set.of(id(1), id(9)), CREATED);
        List<Claim> claims = database.claims().claim(2, CREATED, Duration.ofMinutes(1));
        Recording inline = recording(inline(of(1, ANA, "only-hers")));
        for (Claim claim : claims) {
            database.claims().settle(List.of(unreadable(claim)));
        }
        database.ledger()
                .record(
                        List.of(
                                inline,
                                recording(of(2, ANA, "shared")),
                                recording(of(3, BEN, "shared")),
                                recording(of(4, BEN, "only-his")),
                                recording(of(5, ANA, "chat of ana@example.org")),
                                recording(of(6, BEN, "chat of ana@example.org"))));
        database.ledger().record(List.of(recording(of(1, ANA, "only-hers"))));
        database.ledger()
                .record(List.of(recording(withCharges(of(1, ANA, "only-hers"), credits("0.25")))));
        database.quarantineEditor()
                .add(List.of(rejected("of a file by ana@example.org"), rejected("of a file")));
        database.queueEditor().forget(Set.of(id(9)), CREATED);
    }

    private static Settlement unreadable(Claim claim) {
        String text = "{\"user\":\"ana@example.org\",\"id\":\"" + claim.id();
        return new Settlement.Quarantined(
                claim,
                CREATED,
                AttemptOutcome.of(RECEIVED, Reason.UNREADABLE, "found 'ana@example.org'"),
                document(claim.id(), text));
    }

    private static RejectedDocument rejected(String text) {
        return new RejectedDocument(
                new Rejection("file", 1, Optional.empty(), "no record"),
                1,
                new MetadataDocument(
                        Optional.empty(), text.getBytes(StandardCharsets.UTF_8), RECEIVED));
    }

    private static List<SpendRow> rows(
            LedgerDatabase database, ZoneId zone, List<Dimension> dimensions) {
        List<SpendRow> rows = new ArrayList<>();
        database.spend().read(new SpendQuery(dimensions, TimeRange.ALWAYS, zone), rows::add);
        return rows;
    }

    /** The rows of every dimension whose texts stay, and of all of these together. */
    private static Map<Dimension, List<SpendRow>> reports(LedgerDatabase database, ZoneId zone) {
        Map<Dimension, List<SpendRow>> reports = new EnumMap<>(Dimension.class);
        Set<Dimension> erasable = EnumSet.of(Dimension.USER, Dimension.SESSION, Dimension.REQUEST);
        for (Dimension dimension : EnumSet.complementOf(EnumSet.copyOf(erasable))) {
            reports.put(dimension, rows(database, zone, List.of(dimension)));
        }
        reports.put(Dimension.USER, rows(database, zone, List.copyOf(reports.keySet())));
        return reports;
    }

    private static List<SpendTotals> byUser(LedgerDatabase database) {
        return rows(database, ZoneOffset.UTC, List.of(Dimension.USER)).stream()
                .map(SpendRow::totals)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kathmandu"})
    void allTotalsStayTheSame(ZoneId zone) {
        LedgerDatabase database = empty();
        fill(database);
        Map<Dimension, List<SpendRow>> before = reports(database, zone);
        List<SpendTotals> users = byUser(database);
        var findings = database.findings().summarise(TimeRange.ALWAYS, undecided -> {});

        database.erasure().erase(ANA);

        assertThat(reports(database, zone)).isEqualTo(before);
        assertThat(byUser(database)).containsExactlyInAnyOrderElementsOf(users);
        assertThat(database.findings().summarise(TimeRange.ALWAYS, undecided -> {}))
                .isEqualTo(findings);
        assertThat(database.verifier().verify(5).named()).isEmpty();
    }

    @Test
    void theUserGetsAnAnonymousName() {
        LedgerDatabase database = empty();
        fill(database);

        database.erasure().erase(ANA);

        assertThat(rows(database, ZoneOffset.UTC, List.of(Dimension.USER)))
                .extracting(row -> row.group().get(0).orElseThrow())
                .anyMatch(name -> name.matches("erased-\\d+"))
                .contains(BEN.value())
                .hasSize(2);
    }

    @Test
    void sessionsStayApartAndLoseTheirTextsIfOnlyTheUserHasThemOrTheyNameTheUser()
            throws SQLException {
        LedgerDatabase database = empty();
        fill(database);
        String groups =
                "select cast(count(distinct session) as varchar(9)) from entry where sign = 1";
        String before = ask(groups);

        database.erasure().erase(ANA);

        assertThat(ask(groups)).isEqualTo(before).isEqualTo("4");
        String named =
                "select count(*) from dimension_value where dimension = 'session' and value ";
        assertThat(ask(named + "in ('shared', 'only-his')")).isEqualTo("2");
        assertThat(ask(named + "like 'erased-%'")).isEqualTo("2");
        assertThat(ask("select count(*) from entry where request_id is null")).isEqualTo("7");
    }

    @Test
    void allDocumentsOfTheUserAreErasedAndThoseOfOthersStay() {
        LedgerDatabase database = empty();
        fill(database);

        database.erasure().erase(ANA);

        MetadataDocument erased =
                MetadataDocument.removed(Optional.of(id(1)), RECEIVED, Removal.ERASED);
        assertThat(database.ledger().revisions(id(1)))
                .hasSize(3)
                .allSatisfy(revision -> assertThat(revision.document()).isEqualTo(erased));
        assertThat(database.ledger().find(id(3)).orElseThrow().document())
                .isEqualTo(recording(of(3, BEN, "shared")).document());
        assertThat(database.archivedEntries().after(0, 100))
                .filteredOn(ArchivedEntry::isDocumentRemoved)
                .hasSize(5);
        List<Optional<MetadataDocument>> read = new ArrayList<>();
        database.archive()
                .read(TimeRange.ALWAYS, revision -> read.add(Optional.of(revision.document())));
        assertThat(read).filteredOn(one -> one.orElseThrow().removal().isPresent()).hasSize(3);
    }

    @Test
    void theQueueTheEventLogAndTheQuarantineLoseWhatIsAboutTheUser() {
        LedgerDatabase database = empty();
        fill(database);
        assertThat(database.events().of(id(9))).isNotEmpty();

        database.erasure().erase(ANA);

        assertThat(database.quarantine().total().documents()).isEqualTo(1);
        assertThat(database.queue().find(id(1), CREATED).orElseThrow().lastOutcome())
                .hasValueSatisfying(outcome -> assertThat(outcome.message()).isEqualTo("erased"));
        assertThat(database.events().of(id(9))).isEmpty();
    }

    @Test
    void thePreviewCountsWhatIsErasedAndChangesNothing() {
        LedgerDatabase database = empty();
        fill(database);

        Erased previewed = database.erasure().preview(ANA);

        assertThat(previewed).isEqualTo(database.erasure().preview(ANA));
        assertThat(database.erasure().erase(ANA)).isEqualTo(previewed);
        assertThat(previewed.generations()).isEqualTo(3);
        assertThat(previewed.documents()).isEqualTo(5);
        assertThat(previewed.documentBytes()).isPositive();
        assertThat(previewed.sessions()).isEqualTo(2);
        assertThat(previewed.queueMessages()).isEqualTo(1);
        assertThat(previewed.events()).isPositive();
        assertThat(previewed.quarantined()).isEqualTo(3);
    }

    @Test
    void erasingAgainFindsNothing() {
        LedgerDatabase database = empty();
        fill(database);
        database.erasure().erase(ANA);

        assertThat(database.erasure().erase(ANA)).isEqualTo(NOTHING);
        assertThat(database.erasure().erase(new ExternalUser(""))).isEqualTo(NOTHING);
        assertThat(database.erasure().preview(new ExternalUser("ben"))).isEqualTo(NOTHING);
        assertThat(database.ledger().find(id(3)).orElseThrow().document().removal()).isEmpty();
    }

    @Test
    void unchangedContentOfAnErasedGenerationStaysUnchangedAndErased() throws SQLException {
        LedgerDatabase database = empty();
        fill(database);
        database.erasure().erase(ANA);
        Generation newest = withCharges(of(1, ANA, "only-hers"), credits("0.25"));

        assertThat(database.ledger().record(List.of(recording(newest))))
                .containsExactly(Outcome.UNCHANGED);

        assertErased(database);
    }

    @Test
    void aCorrectionOfAnErasedGenerationCountsWithoutItsDocumentAndUser() throws SQLException {
        LedgerDatabase database = empty();
        fill(database);
        database.erasure().erase(ANA);
        Generation corrected = withCharges(of(1, ANA, "only-hers"), credits("7"));

        assertThat(database.ledger().record(List.of(recording(corrected))))
                .containsExactly(Outcome.REVISED);

        assertThat(database.ledger().revisions(id(1))).hasSize(4);
        assertThat(byUser(database)).hasSize(2);
        assertErased(database);
    }

    @Test
    void anotherProcessThatKnewTheUserStoresNothingOfAnErasedGeneration() throws SQLException {
        LedgerDatabase database = empty();
        fill(database);
        LedgerDatabase other = again();
        other.ledger().record(List.of(recording(of(7, ANA, "only-hers"))));
        database.erasure().erase(ANA);

        other.ledger()
                .record(List.of(recording(withCharges(of(7, ANA, "only-hers"), credits("7")))));

        assertErased(database);
    }

    @Test
    void whatWasPreparedBeforeTheErasureStoresNothingOfAnErasedGeneration() throws SQLException {
        LedgerDatabase database = empty();
        fill(database);
        Ledger.Prepared prepared =
                database.ledger()
                        .prepare(
                                List.of(
                                        recording(
                                                withCharges(
                                                        of(7, ANA, "only-hers"), credits("7")))));
        database.ledger().record(List.of(recording(of(7, ANA, "only-hers"))));
        database.erasure().erase(ANA);

        assertThat(prepared.record()).containsExactly(Outcome.REVISED);

        assertErased(database);
    }

    @Test
    void aLaterGenerationOfTheUserIsNotJoinedWithTheErasedOnes() throws SQLException {
        LedgerDatabase database = empty();
        fill(database);
        database.erasure().erase(ANA);

        database.ledger().record(List.of(recording(of(8, ANA, "later"))));

        assertThat(byUser(database)).hasSize(3);
        assertThat(database.erasure().erase(ANA).generations()).isEqualTo(1);
        assertThat(byUser(database)).hasSize(3);
        assertErased(database);
    }

    @Test
    void aDocumentThatWasReadBeforeTheErasureIsNotRedecodedAfterIt() throws SQLException {
        LedgerDatabase database = empty();
        fill(database);
        ArchivedEntry current =
                database.archivedEntries().after(0, 100).stream()
                        .filter(entry -> entry.current() && entry.id().equals(id(1)))
                        .findFirst()
                        .orElseThrow();
        database.erasure().erase(ANA);

        assertThat(
                        database.renewals()
                                .renew(
                                        List.of(
                                                new Redecoded(
                                                        current.place(),
                                                        recording(of(1, ANA, "only-hers")))),
                                        "decoder",
                                        1))
                .containsExactly(EntryRenewals.Outcome.OUTDATED);
        assertErased(database);
    }

    private void assertErased(LedgerDatabase database) throws SQLException {
        assertThat(
                        ask(
                                "select count(*) from dimension_value where value like '%ana@%' or"
                                        + " value = 'only-hers'"))
                .isEqualTo("0");
        assertThat(database.erasure().preview(ANA)).isEqualTo(NOTHING);
        assertThat(database.verifier().verify(5).named()).isEmpty();
    }
}
