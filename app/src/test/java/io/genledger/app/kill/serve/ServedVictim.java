package io.genledger.app.kill.serve;

import io.genledger.app.kill.KillLedger;
import io.genledger.app.kill.Victim;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, on any free port. */
final class ServedVictim {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");

    private final Victim process;
    private final URI url;

    private ServedVictim(Victim process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a server that listens when this returns. */
    static ServedVictim start(Path folder, KillLedger ledger, String... options)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--listen", "127.0.0.1:0"));
        arguments.addAll(List.of(options));
        Victim process = Victim.start(folder, ledger, arguments.toArray(String[]::new));
        Instant end = Instant.now().plus(LONGEST_START);
        Matcher found = URL.matcher(process.output());
        while (!found.find()) {
            if (!process.lives() || Instant.now().isAfter(end)) {
                var unused = process.kill();
                throw new IllegalStateException("it did not start: " + process.output());
            }
            LockSupport.parkNanos(10_000_000);
            found = URL.matcher(process.output());
        }
        return new ServedVictim(process, URI.create(found.group(1).replace("\\/", "/")));
    }

    URI url() {
        return url;
    }

    /** Kills it by SIGKILL; fails if it had ended by itself. */
    void kill() {
        if (!process.kill()) {
            throw new IllegalStateException("ended by itself: " + process.output());
        }
    }

    /** Ends it however it is. */
    void close() {
        var unused = process.kill();
    }

    /** Asks it to end by SIGTERM; fails unless it ends well and cuts off no request. */
    void stop() {
        int exitCode = process.terminate();
        if (exitCode != 0 || process.output().contains("cut off")) {
            throw new IllegalStateException("exit code " + exitCode + ": " + process.output());
        }
    }

    /** Asks it to end by SIGTERM; its exit code. */
    int terminate() {
        return process.terminate();
    }

    String output() {
        return process.output();
    }
}
