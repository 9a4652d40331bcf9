package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.testkit.SampleGenerations;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ManyProcessesTest {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Test
    void aKilledProcessLosesNoAcknowledgedRecord() throws Exception {
        Path file = folder.resolve("ledger.db");
        int next = 0;
        for (int round = 0; round < 3; round++) {
            List<String> acknowledged = new ArrayList<>();
            Process child = LedgerProcess.start(file, "record", next);
            try (BufferedReader lines = child.inputReader(UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    acknowledged.add(line);
                    if (acknowledged.size() == 40) {
                        child.toHandle()
                                .destroyForcibly(); // SIGKILL; its printed lines stay readable
                    }
                }
            }
            assertThat(child.waitFor()).as("ended by SIGKILL").isEqualTo(137);
            LedgerDatabase database = files.open(file);
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(40)
                    .allMatch(number ->
                            database.ledger().find(id(Integer.parseInt(number))).isPresent());
            next += acknowledged.size() + 1; // one more may have been recorded
        }
        assertThat(LedgerFiles.ask(file, "pragma integrity_check")).isEqualTo("ok");
    }

    @Test
    void claimsOfAKilledWorkerAreDueAgainWhenTheirLeaseExpires() throws Exception {
        LedgerDatabase database = files.open(folder.resolve("ledger.db"));
        Set<GenerationId> ids =
                IntStream.range(0, 2_000).mapToObj(SampleGenerations::id).collect(toSet());
        database.pending().track(ids, LedgerProcess.START);
        Set<GenerationId> killed = new HashSet<>();
        Set<GenerationId> mine = new HashSet<>();
        Process child = LedgerProcess.start(folder.resolve("ledger.db"), "claim", 0);
        try (BufferedReader lines = child.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                killed.add(new GenerationId(line));
                mine.addAll(claimed(database, 1, LedgerProcess.START));
                if (killed.size() == 40) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor()).as("ended by SIGKILL").isEqualTo(137);
        mine.addAll(
                claimed(
                        database,
                        2_000,
                        LedgerProcess.START.plus(LedgerProcess.LEASE).minusSeconds(1)));
        Set<GenerationId> back =
                claimed(database, 2_000, LedgerProcess.START.plus(LedgerProcess.LEASE));

        assertThat(killed).doesNotContainAnyElementsOf(mine);
        assertThat(back).containsAll(killed);
        assertThat(mine.size() + killed.size())
                .isBetween(1_999, 2_000); // one may be claimed but not printed
    }

    private static Set<GenerationId> claimed(LedgerDatabase database, int most, Instant now) {
        return database.claims().claim(most, now, LedgerProcess.LEASE).stream()
                .map(Claim::id)
                .collect(toSet());
    }

    @Test
    void manyProcessesOnOneLedgerLoseNothingAndDoubleNothing() throws Exception {
        Path file = folder.resolve("ledger.db");
        LedgerDatabase database = files.open(file);
        track(database, 0, 300);
        List<Process> children =
                List.of(
                        LedgerProcess.start(file, "collect", 0),
                        LedgerProcess.start(file, "collect", 0));
        for (int from = 300; from < 600; from += 3) {
            track(database, from, from + 3);
        }
        List<String> recorded = new ArrayList<>(LedgerProcess.collect(files.open(file)));
        for (Process child : children) {
            try (BufferedReader lines = child.inputReader(UTF_8)) {
                recorded.addAll(lines.lines().toList());
            }
            assertThat(child.waitFor()).isZero();
        }

        assertThat(recorded)
                .hasSize(600)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.endsWith(" RECORDED"));
        assertThat(LedgerFiles.ask(file, "select count(*) from generation")).isEqualTo("600");
        assertThat(LedgerFiles.ask(file, "select count(*) from tracked where state <> 'recorded'"))
                .isEqualTo("0");
    }

    private static void track(LedgerDatabase database, int from, int to) {
        for (int number = from; number < to; number += 3) {
            var ids = Set.of(id(number), id(number + 1), id(number + 2));
            assertThat(database.pending().track(ids, Instant.now()).added()).isEqualTo(3);
        }
    }
}
