package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.usecase.report.ReportSpend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/** A disk that is full at one page after another: SQLite is allowed no more than that many. */
class FullDiskTest {

    private static final ExternalUser USER = new ExternalUser("ana@example.org");
    private static final int BATCH = 20;

    @TempDir Path folder;

    /** What a ledger answers. */
    private record State(
            SpendTotals totals, List<Integer> revisions, Backlog backlog, int rejects) {

        static State of(LedgerDatabase database) {
            return new State(
                    new ReportSpend(database.spend())
                            .report(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
                            .totals(),
                    IntStream.range(0, 4 * BATCH)
                            .mapToObj(number -> database.ledger().revisions(id(number)).size())
                            .toList(),
                    database.pending().backlog(CREATED),
                    database.quarantine().newest(100).size());
        }
    }

    /** Each is one transaction, or changes nothing that {@link State} shows. */
    private static List<Consumer<LedgerDatabase>> steps() {
        List<Claim> claims = new ArrayList<>();
        return List.of(
                database -> database.ledger().record(recordings(0, BATCH)),
                database -> database.ledger().record(recordings(BATCH, BATCH)),
                database ->
                        database.pending().track(Set.copyOf(ids(2 * BATCH, 2 * BATCH)), CREATED),
                database ->
                        claims.addAll(
                                database.claims().claim(BATCH, CREATED, Duration.ofMinutes(1))),
                database -> {
                    var unused =
                            database.claims()
                                    .settle(claims.stream().map(FullDiskTest::recorded).toList());
                },
                database -> database.quarantineEditor().add(List.of(rejected())),
                FullDiskTest::redecode,
                database -> database.settings().changeTimezone(ZoneId.of("Asia/Kathmandu")),
                FullDiskTest::finishTimezone,
                database -> database.erasure().erase(USER),
                database -> database.pruning().prune(CREATED.plusSeconds(3_600)));
    }

    private static List<Recording> recordings(int from, int count) {
        return ids(from, count).stream()
                .map(id -> new Recording(recording(of(id)).entry(), body(id)))
                .toList();
    }

    private static Generation of(GenerationId id) {
        Generation complete = complete(id);
        return complete.toBuilder()
                .with(complete.attribution().withExternalUser(USER.value()))
                .with(complete.lineage().withSession("of " + id))
                .build();
    }

    /** A document that cannot be compressed. */
    private static MetadataDocument body(GenerationId id) {
        byte[] bytes = new byte[500];
        new Random(id.hashCode()).nextBytes(bytes);
        return new MetadataDocument(Optional.of(id), bytes, document(id).receivedAt());
    }

    private static List<GenerationId> ids(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(number -> id(number)).toList();
    }

    private static Settlement recorded(Claim claim) {
        return new Settlement.Recorded(
                claim, new Recording(recording(of(claim.id())).entry(), body(claim.id())));
    }

    private static RejectedDocument rejected() {
        return new RejectedDocument(
                new Rejection("file", 1, Optional.empty(), "no record"), 1, body(id(0)));
    }

    private static void redecode(LedgerDatabase database) {
        database.renewals()
                .renew(
                        IntStream.rangeClosed(1, BATCH)
                                .mapToObj(place -> new Redecoded(place, corrected(id(place - 1))))
                                .toList(),
                        "decoder",
                        BATCH);
    }

    private static Recording corrected(GenerationId id) {
        return new Recording(recording(withCharges(of(id), credits("0.25"))).entry(), body(id));
    }

    private static void finishTimezone(LedgerDatabase database) {
        while (database.settings().continueChange()) {
            // Each call adds a part.
        }
    }

    @Test
    void losesNothingAcknowledgedAtAnyPage() throws IOException {
        List<State> states = new ArrayList<>();
        try (LedgerDatabase database = LedgerDatabase.open(folder.resolve("reference.db"))) {
            states.add(State.of(database));
            steps().forEach(step -> {
                step.accept(database);
                states.add(State.of(database));
            });
        }
        int failures = 0;
        int done = 0;
        for (int pages = pagesOfAnEmptyLedger(); done < steps().size(); pages++) {
            Path file = folder.resolve(pages + ".db");
            List<Consumer<LedgerDatabase>> steps = steps();
            done = runOnADiskOf(pages, file, steps, states);
            failures += done < steps.size() ? 1 : 0;
            continueWithSpace(file, steps, done, states);
            Files.delete(file);
        }
        assertThat(failures).as("sizes at which the disk was full").isGreaterThan(15);
    }

    private int pagesOfAnEmptyLedger() {
        Path file = folder.resolve("empty.db");
        try (LedgerConnection connection = LedgerConnection.open(new SqliteEngine(file))) {
            return connection.read(
                    sql -> sql.fetchSingle("pragma page_count").get(0, Integer.class));
        }
    }

    /** Returns how many steps were done before the disk was full. */
    private static int runOnADiskOf(
            int pages, Path file, List<Consumer<LedgerDatabase>> steps, List<State> states) {
        try (LedgerConnection connection = LedgerConnection.open(new SqliteEngine(file))) {
            LedgerDatabase database = new LedgerDatabase(connection);
            // SQLite allows a file the pages that it has.
            connection.read(sql -> sql.fetch("pragma max_page_count = " + pages));
            for (int step = 0; step < steps.size(); step++) {
                Consumer<LedgerDatabase> work = steps.get(step);
                try {
                    work.accept(database);
                } catch (LedgerUnavailableException full) {
                    assertThat(full).hasMessageContaining("the disk is full");
                    assertThat(State.of(database)).isEqualTo(states.get(step));
                    return step;
                }
            }
            return steps.size();
        }
    }

    private static void continueWithSpace(
            Path file, List<Consumer<LedgerDatabase>> steps, int done, List<State> states) {
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            assertThat(State.of(database)).isEqualTo(states.get(done));
            assertThat(database.verifier().verify(5).named()).isEmpty();
            for (int step = done; step < steps.size(); step++) {
                steps.get(step).accept(database);
                assertThat(State.of(database)).isEqualTo(states.get(step + 1));
            }
            assertThat(database.verifier().verify(5).named()).isEmpty();
        }
    }

    /** Its first 32 KiB are one piece. */
    @Test
    void readsWhereTheIndexOfTheLogCannotGrow() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            database.ledger().record(recordings(0, BATCH));
        }

        assertThat(outputWithoutSpace(file, "report"))
                .isEqualTo(
                        BATCH
                                + " recorded\n"
                                + file
                                + " is read-only; allow writing to it and to its folder\n");
    }

    @Test
    void namesTheCopyForWhichThereIsNoRoom() throws Exception {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase.open(file).close();

        assertThat(outputWithoutSpace(file, "backup"))
                .isEqualTo(file + ".copy: the copy cannot be written: the disk reports an error\n");
        assertThat(folder).isDirectoryNotContaining("glob:**{.copy,.unfinished}");
    }

    /** The output of a process that cannot write beyond the first 16 KiB of a file. */
    private String outputWithoutSpace(Path file, String work) throws IOException {
        Process process =
                LedgerProcess.start(
                        List.of("sh", "-c", "ulimit -f 32; exec \"$0\" \"$@\""),
                        List.of("-XX:-UsePerfData", "-Dorg.sqlite.lib.path=" + sqliteLibrary()),
                        file,
                        work,
                        0);
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    /** Copied, because the process could not do it. */
    private Path sqliteLibrary() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream library =
                LedgerDatabase.class.getResourceAsStream(
                        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            Files.copy(library, folder.resolve(name));
        }
        return folder;
    }
}
