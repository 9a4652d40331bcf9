package io.genledger.app.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.http.simulator.behaviour.AlteredDocument;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.Application;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.kill.KillBooks.Expected;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ledger with work for redecode, config timezone, erase and prune, and what it must hold. */
final class MaintainedLedger {

    private static final int MOST = 10_000_000;
    private static final int BATCH = 1_000;
    private static final Duration OLDEST = Duration.ofDays(3_000);

    private final Instant end = Instant.now();
    private final int documents;
    private final GeneratedGenerations all;
    private final KillBooks books = new KillBooks(this::expected);

    /** The generations whose entries are not those of their documents until they are redecoded. */
    private final Set<Long> outdated = new HashSet<>();

    private long size;

    MaintainedLedger(int documents, long seed) {
        this.documents = documents;
        this.all = new GeneratedGenerations(seed, MOST, end.minus(OLDEST), Duration.ofSeconds(9));
    }

    List<MaintenanceCommand> commands() {
        return List.of(
                new Redecode(), new Timezone(), new Erase(), new Prune(), new PruneEntries());
    }

    /** How many generations it has. */
    long size() {
        return size;
    }

    void check(LedgerDatabase database) {
        books.check(database);
    }

    private Expected expected(long number) {
        GeneratedGeneration generation = all.at(number);
        BigDecimal spend = generation.spend().orElse(BigDecimal.ZERO);
        boolean changes =
                outdated.contains(number)
                        && !entry(generation.document())
                                .hasContent(
                                        entry(AlteredDocument.corrected(generation.document()))
                                                .digest());
        return new Expected(
                generation.id(),
                changes
                        ? List.of(spend.multiply(AlteredDocument.CORRECTION), spend)
                        : List.of(spend));
    }

    private MetadataDocument document(byte[] bytes) {
        return new MetadataDocument(Optional.empty(), bytes, end);
    }

    private LedgerEntry entry(byte[] document) {
        return LedgerEntry.of(Application.decoder().decode(document(document)));
    }

    /** A document as it is archived, and as the entry was decoded from it. */
    private interface Decoding {
        Recording of(byte[] document);
    }

    private void record(LedgerDatabase database, Decoding decoding) {
        books.expect(size, size + documents);
        for (long end = size + documents; size < end; ) {
            List<Recording> batch = new ArrayList<>();
            while (batch.size() < BATCH && size < end) {
                batch.add(decoding.of(all.at(size++).document()));
            }
            database.ledger().record(batch);
        }
        books.check(database);
    }

    private final class Redecode implements MaintenanceCommand {

        @Override
        public String name() {
            return "redecode";
        }

        @Override
        public void prepare(LedgerDatabase database) {
            for (long number = size; number < size + documents; number++) {
                outdated.add(number);
            }
            record(
                    database,
                    document ->
                            new Recording(
                                    entry(AlteredDocument.corrected(document)),
                                    document(document)));
        }

        @Override
        public String[] arguments() {
            return new String[] {"redecode"};
        }

        @Override
        public State state(LedgerDatabase database) {
            return State.of(books.unfinished().size(), documents);
        }
    }

    private static final class Timezone implements MaintenanceCommand {

        private ZoneId zone = ZoneId.of("UTC");

        @Override
        public String name() {
            return "timezone";
        }

        @Override
        public void prepare(LedgerDatabase database) {
            if (database.entryPruning().prunedBefore().isPresent()) {
                zone = database.settings().timezone();
                return;
            }
            ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
            zone = zone.equals(kathmandu) ? ZoneId.of("America/New_York") : kathmandu;
        }

        @Override
        public String[] arguments() {
            return new String[] {"config", "timezone", zone.getId()};
        }

        @Override
        public State state(LedgerDatabase database) {
            if (database.settings().timezone().equals(zone)) {
                return State.DONE;
            }
            return database.settings().nextTimezone().isPresent()
                    ? State.IN_THE_MIDDLE
                    : State.NOT_BEGUN;
        }
    }

    private final class Erase implements MaintenanceCommand {

        private int users;

        @Override
        public String name() {
            return "erase";
        }

        private String user() {
            return "erased user " + users;
        }

        @Override
        public void prepare(LedgerDatabase database) {
            users++;
            String field = "\"external_user\":\"%s\"".formatted(user());
            record(
                    database,
                    document -> {
                        byte[] named =
                                new String(document, UTF_8)
                                        .replaceFirst("\"external_user\":(null|\"[^\"]*\")", field)
                                        .getBytes(UTF_8);
                        return new Recording(entry(named), document(named));
                    });
        }

        /** A killed run may have erased all, and the next finds nothing. */
        @Override
        public int highestExitCode() {
            return ExitCode.REJECTED;
        }

        @Override
        public String[] arguments() {
            return new String[] {"erase", "--user", user()};
        }

        @Override
        public State state(LedgerDatabase database) {
            long left = database.erasure().preview(new ExternalUser(user())).generations();
            return State.of(left, documents);
        }
    }

    private final class Prune implements MaintenanceCommand {

        @Override
        public String name() {
            return "prune";
        }

        @Override
        public void prepare(LedgerDatabase database) {
            record(database, document -> new Recording(entry(document), document(document)));
        }

        @Override
        public String[] arguments() {
            return new String[] {"prune", "--older-than", "1d"};
        }

        @Override
        public State state(LedgerDatabase database) {
            long left = database.pruning().preview(end.minus(Duration.ofDays(1))).documents();
            return left == 0
                    ? State.DONE
                    : left < documents ? State.IN_THE_MIDDLE : State.NOT_BEGUN;
        }
    }

    private final class PruneEntries implements MaintenanceCommand {

        @Override
        public String name() {
            return "prune --entries";
        }

        @Override
        public void prepare(LedgerDatabase database) {
            record(database, document -> new Recording(entry(document), document(document)));
        }

        @Override
        public String[] arguments() {
            return new String[] {"prune", "--older-than", "2d", "--entries"};
        }

        @Override
        public State state(LedgerDatabase database) {
            long left = database.entryPruning().preview(end.minus(Duration.ofDays(2))).entries();
            return left == 0
                    ? State.DONE
                    : left < documents ? State.IN_THE_MIDDLE : State.NOT_BEGUN;
        }
    }
}
