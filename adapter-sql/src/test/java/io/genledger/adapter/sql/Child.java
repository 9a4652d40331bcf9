package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;

import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.usecase.track.TrackGenerations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Another process on the same ledger. Says on standard output what is done, line by line. */
final class Child {

    static final Duration LEASE = Duration.ofMinutes(10);

    /** Time stands still for who only claims. */
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Child() {}

    static Process start(Path file, String work, int from) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + file.toAbsolutePath().getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString(),
                        work,
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String... args) {
        try (LedgerDatabase database = LedgerDatabase.open(Path.of(args[0]))) {
            switch (args[1]) {
                case "record" -> recordOnAndOn(database, Integer.parseInt(args[2]));
                case "track" -> trackOnAndOn(database);
                case "claim" -> claimOnAndOn(database);
                default -> collect(database).forEach(System.out::println);
            }
        }
    }

    private static void recordOnAndOn(LedgerDatabase database, int from) {
        for (int number = from; ; number++) {
            var unused = database.ledger().record(List.of(recording(complete(id(number)))));
            System.out.println(number);
        }
    }

    private static void trackOnAndOn(LedgerDatabase database) {
        TrackGenerations track = new TrackGenerations(database.pending(), InstantSource.system());
        for (int number = 0; ; number++) {
            var unused = track.track(Set.of(id(number)));
            System.out.println(number);
        }
    }

    /** Claims and does nothing about it, for ever. */
    private static void claimOnAndOn(LedgerDatabase database) {
        while (true) {
            for (Claim claim : database.claims().claim(1, START, LEASE)) {
                System.out.println(claim.id());
            }
        }
    }

    /** Records whatever may be claimed; answers with the ids that were not recorded before. */
    static List<String> collect(LedgerDatabase database) {
        var recorded = new ArrayList<String>();
        while (true) {
            List<Claim> claims = database.claims().claim(7, Instant.now(), LEASE);
            if (claims.isEmpty()) {
                return recorded;
            }
            List<SettlementResult> outcomes =
                    database.claims().settle(claims.stream().map(Child::recorded).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                recorded.add(claims.get(i).id() + " " + outcomes.get(i));
            }
        }
    }

    private static Settlement recorded(Claim claim) {
        return new Settlement.Recorded(claim, recording(complete(claim.id())));
    }
}
