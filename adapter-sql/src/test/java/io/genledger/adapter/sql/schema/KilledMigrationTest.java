package io.genledger.adapter.sql.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.report.ReportSpend;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that migrate one file, killed or at the same time. */
class KilledMigrationTest {

    private static final int GENERATIONS = 2_000;

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    /** Copies generation 3 of the old ledger many times. */
    private Path oldLedger() throws Exception {
        Path file = OldLedger.in(folder);
        OldLedger.bring(5, 8, false, change -> LedgerFiles.change(file, change));
        for (String table : List.of("document", "generation")) {
            LedgerFiles.change(file, copies(table, columns(file, table)));
        }
        return file;
    }

    private static String columns(Path file, String table) throws SQLException {
        return LedgerFiles.ask(
                file,
                "select group_concat(name, ', ') from pragma_table_info('%s') where name not in"
                                .formatted(table)
                        + " ('id', 'generation_id')");
    }

    private static String copies(String table, String columns) {
        String id = table.equals("document") ? "generation_id" : "id";
        String sample = SampleGenerations.id(3).value();
        return "with recursive numbers (number) as (select 100 union all select number + 1 from"
                + " numbers where number < %d) ".formatted(99 + GENERATIONS)
                + "insert into %s (%s, %s) select 'gen-1755676927-Sample' || printf('%%014d',"
                        .formatted(table, id, columns)
                + " number), %s from %s, numbers where %s = '%s'"
                        .formatted(columns, table, id, sample);
    }

    @Test
    void aKilledProcessLosesNothing() throws Exception {
        Path file = oldLedger();
        List<String> lines = new ArrayList<>();
        int kills = 0;
        for (int last = 1; !lines.contains("finished"); last += 3) {
            lines.clear();
            Process child = MigratingProcess.start(file);
            try (BufferedReader output = child.inputReader(UTF_8)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                    if (lines.size() == last) {
                        child.toHandle().destroyForcibly();
                    }
                }
            }
            kills += child.waitFor() == 137 ? 1 : 0;
        }

        assertThat(kills).isGreaterThan(3);
        assertComplete(file);
    }

    @Test
    void processesThatOpenALedgerAtOnceMigrateItOnce() throws Exception {
        Path file = oldLedger();
        List<Process> children =
                List.of(MigratingProcess.start(file), MigratingProcess.start(file));
        for (Process child : children) {
            try (BufferedReader output = child.inputReader(UTF_8)) {
                assertThat(output.lines()).isNotEmpty();
            }
            assertThat(child.waitFor()).isZero();
        }

        assertComplete(file);
    }

    private void assertComplete(Path file) throws SQLException {
        LedgerDatabase database = files.open(file);

        assertThat(
                        new ReportSpend(database.spend())
                                .report(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
                                .totals()
                                .requests())
                .isEqualTo(5 + GENERATIONS);
        assertThat(LedgerFiles.ask(file, "select count(*) || ' ' || sum(sign) from entry"))
                .isEqualTo("%d %d".formatted(7 + GENERATIONS, 5 + GENERATIONS));
        assertThat(LedgerFiles.ask(file, "pragma integrity_check")).isEqualTo("ok");
        assertThat(folder).isDirectoryNotContaining("glob:**bak*");
    }
}
