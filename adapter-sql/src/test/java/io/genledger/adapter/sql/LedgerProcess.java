package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;

import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.usecase.report.ReportSpend;
import io.genledger.ports.usecase.track.TrackGenerations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Another process that works on a ledger and prints a line after each acknowledged step. */
final class LedgerProcess {

    static final Duration LEASE = Duration.ofMinutes(10);

    /** The fixed time of a process that only claims. */
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private LedgerProcess() {}

    static Process start(Path file, String work, int from) throws IOException {
        return start(List.of(), List.of(), file, work, from);
    }

    /**
     * Starts a process by another command.
     *
     * @param shell the command that runs it, if there is one
     * @param options further options of its JVM
     */
    static Process start(List<String> shell, List<String> options, Path file, String work, int from)
            throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + file.toAbsolutePath().getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerProcess.class.getName(),
                        file.toString(),
                        work,
                        Integer.toString(from)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    public static void main(String... args) {
        try (LedgerDatabase database = LedgerDatabase.open(Path.of(args[0]))) {
            switch (args[1]) {
                case "record" -> recordEndlessly(database, Integer.parseInt(args[2]));
                case "track" -> trackEndlessly(database);
                case "report" -> report(database);
                case "backup" -> backup(database, args[0] + ".copy");
                case "claim" -> claimEndlessly(database);
                default -> collect(database).forEach(System.out::println);
            }
        }
    }

    private static void recordEndlessly(LedgerDatabase database, int from) {
        for (int number = from; ; number++) {
            var unused = database.ledger().record(List.of(recording(complete(id(number)))));
            System.out.println(number);
        }
    }

    /** Reads, and then tries to write. */
    private static void report(LedgerDatabase database) {
        long requests =
                new ReportSpend(database.spend())
                        .report(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
                        .totals()
                        .requests();
        System.out.println(requests + " recorded");
        try {
            database.pending().track(Set.of(id(0)), START);
        } catch (LedgerUnavailableException failure) {
            System.out.println(failure.getMessage());
        }
    }

    private static void backup(LedgerDatabase database, String copy) {
        try {
            database.backupTo(Path.of(copy));
        } catch (IOException failure) {
            System.out.println(failure.getMessage());
        }
    }

    private static void trackEndlessly(LedgerDatabase database) {
        TrackGenerations track = new TrackGenerations(database.pending(), InstantSource.system());
        for (int number = 0; ; number++) {
            var unused = track.track(Set.of(id(number)));
            System.out.println(number);
        }
    }

    /** Claims one id after another and settles none. */
    private static void claimEndlessly(LedgerDatabase database) {
        while (true) {
            for (Claim claim : database.claims().claim(1, START, LEASE)) {
                System.out.println(claim.id().value());
            }
        }
    }

    /** Records all ids that can be claimed; returns each with its settlement result. */
    static List<String> collect(LedgerDatabase database) {
        var recorded = new ArrayList<String>();
        while (true) {
            List<Claim> claims = database.claims().claim(7, Instant.now(), LEASE);
            if (claims.isEmpty()) {
                return recorded;
            }
            List<SettlementResult> outcomes =
                    database.claims().settle(claims.stream().map(LedgerProcess::recorded).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                recorded.add(claims.get(i).id().value() + " " + outcomes.get(i).name());
            }
        }
    }

    private static Settlement recorded(Claim claim) {
        return new Settlement.Recorded(claim, recording(complete(claim.id())));
    }
}
