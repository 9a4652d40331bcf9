package io.genledger.app.cli.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordOne() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}").run("import", "-");
    }

    @Test
    void theCopyAnswersAsTheLedgerDid() throws IOException {
        Path copy = folder.resolve("copy.db");

        Shell.Result result = shell.run("backup", copy.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).matches("[\\d,]+ bytes written to " + copy + "\n");
        assertThat(new Shell(copy).run("show", "gen-aaaaaaaaaaaaaaaaaaa1").out())
                .isEqualTo(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1").out());
        assertThat(new Shell(copy).run("verify", "--documents").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesAFileThatExists() throws IOException {
        Path file = Files.writeString(folder.resolve("kept"), "kept");

        Shell.Result result = shell.run("backup", file.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("kept exists and is not overwritten");
        assertThat(file).hasContent("kept");
    }

    @Test
    void namesTheCommandForALedgerOnAServer() {
        Shell.Result result =
                shell.with(
                                "GENLEDGER_DB",
                                "postgresql://ana:secret@db.example/ledger?currentSchema=mine")
                        .runAsIs("backup", "copy.dump");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(
                        "genledger: backup copies ledgers in files only; run: pg_dump"
                                + " --format=custom --file=copy.dump --schema=mine"
                                + " postgresql://ana@db.example/ledger\n");
    }
}
