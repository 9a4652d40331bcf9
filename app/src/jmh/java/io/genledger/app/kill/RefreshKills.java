package io.genledger.app.kill;

import io.genledger.adapter.http.simulator.behaviour.AlteredDocument;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.Application;
import io.genledger.app.kill.KillBooks.Expected;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills collectors that refresh: each generation has a record of its first minute, and its amounts
 * have been corrected since. In the end each has a second revision and costs what that one states;
 * one that costs nothing keeps its first.
 */
final class RefreshKills {

    private static final int RECORDS = 300;
    private static final Duration AGE = Duration.ofDays(1);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofMinutes(2);

    private final KillLedger ledger;
    private final Path folder;
    private final Random random;
    private final GeneratedGenerations all;
    private final KillBooks books = new KillBooks(this::expected);
    private final Instant created = Instant.now().minus(AGE.multipliedBy(2));
    private long count;

    RefreshKills(KillLedger ledger, Path folder, long seed) {
        this.ledger = ledger;
        this.folder = folder;
        this.random = new Random(seed);
        this.all = GeneratedGenerations.of(seed, GeneratedGenerations.MOST, created);
    }

    String run(int kills) throws IOException {
        try (OpenRouterSimulator simulator =
                OpenRouterSimulator.start(
                        Script.parse("faults", KillPlan.FAULTS)
                                .over(
                                        Behaviours.corrected(Behaviours.documents(all::document)),
                                        new SeededRandom(random.nextLong())))) {
            int killed = 0;
            while (killed < kills) {
                if (books.unfinished().size() < RECORDS) {
                    recordOriginals();
                }
                killed += kill(simulator) ? 1 : 0;
                check();
            }
            finish(simulator);
        }
        return "%d kills, %,d generations refreshed, each once; spend %s"
                .formatted(kills, count, books.spend().stripTrailingZeros().toPlainString());
    }

    private Expected expected(long number) {
        GeneratedGeneration generation = all.at(number);
        LedgerEntry first = entry(original(generation));
        LedgerEntry second =
                entry(
                        new MetadataDocument(
                                Optional.empty(),
                                AlteredDocument.corrected(generation.document()),
                                Instant.now()));
        BigDecimal spend = generation.spend().orElse(BigDecimal.ZERO);
        return new Expected(
                generation.id(),
                second.hasContent(first.digest())
                        ? List.of(spend)
                        : List.of(spend, spend.multiply(AlteredDocument.CORRECTION)));
    }

    private MetadataDocument original(GeneratedGeneration generation) {
        return new MetadataDocument(
                Optional.empty(), generation.document(), created.plusSeconds(60));
    }

    private static LedgerEntry entry(MetadataDocument document) {
        return LedgerEntry.of(Application.decoder().decode(document));
    }

    /** Records first revisions, as a collector did that ran when the generations were new. */
    private void recordOriginals() {
        List<Recording> originals = new ArrayList<>();
        long first = count;
        while (originals.size() < RECORDS) {
            MetadataDocument document = original(all.at(count++));
            originals.add(new Recording(entry(document), document));
        }
        books.expect(first, count);
        try (LedgerDatabase database = ledger.open()) {
            database.ledger().record(originals);
            books.check(database);
        }
    }

    private void check() {
        try (LedgerDatabase database = ledger.openAfterKill()) {
            books.check(database);
        }
    }

    /** Whether the collector was alive when it was killed. */
    private boolean kill(OpenRouterSimulator simulator) throws IOException {
        long wanted = simulator.requests() + 1 + random.nextInt(RECORDS / 2);
        Victim victim = collect(simulator);
        Instant end = Instant.now().plus(LONGEST_WORK);
        while (simulator.requests() < wanted && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(1_000_000);
        }
        return victim.kill();
    }

    private void finish(OpenRouterSimulator simulator) throws IOException {
        Victim victim = collect(simulator);
        Instant end = Instant.now().plus(LONGEST_END);
        while (!books.unfinished().isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "not refreshed: %s; %s".formatted(books.unfinished(), victim.output()));
            }
            LockSupport.parkNanos(200_000_000);
            try (LedgerDatabase database = ledger.open()) {
                books.look(database);
            }
        }
        if (victim.terminate() != 0) {
            throw new IllegalStateException(victim.output());
        }
        check();
    }

    private Victim collect(OpenRouterSimulator simulator) throws IOException {
        return Victim.start(
                folder,
                ledger,
                "collect",
                "--watch",
                "--refresh-after",
                AGE.toDays() + "d",
                "--lease",
                "2s",
                "--base-url",
                simulator.baseUri().toString());
    }
}
