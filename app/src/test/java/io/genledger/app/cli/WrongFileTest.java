package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.container.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is given a file of another command's says what it is and which one takes it. */
class WrongFileTest {

    private static final String RECORD = "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5,\"model\":\"a/b\"}\n";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openALedger() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(RECORD).run("import", "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "why",
                "track",
                "track --literal",
                "retry",
                "forget",
                "forget --literal",
                "report",
                "list",
                "audit",
                "quarantine",
                "quarantine show",
                "quarantine drop"
            })
    void saysWhichCommandTakesTheFile(String command) throws IOException {
        String file = Files.writeString(folder.resolve("my log.json"), RECORD).toString();
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add(file);
        Shell.Result result = shell.run(words.toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains(
                        file
                                + " is a file; it looks like records of generations; to record it:"
                                + " genledger import '"
                                + file
                                + "'; to track the ids in it: genledger track --from '"
                                + file
                                + "'");
    }

    @Test
    void looksIntoContainers() throws IOException {
        Path file = Files.write(folder.resolve("a.gz"), Packed.gzip(Packed.utf8(RECORD)));

        assertThat(shell.run("show", file.toString()).err())
                .contains("it looks like records of generations");
    }

    @Test
    void aFileOfNoKnownKindMayHoldIds() throws IOException {
        Path file = Files.writeString(folder.resolve("app.log"), "12:00 INFO hello\n");

        assertThat(shell.run("track", file.toString()).err())
                .contains(file + " is a file; to track the ids in it: genledger track --from ");
    }

    @Test
    void aFolderIsForImport() {
        assertThat(shell.run("show", folder.toString()).err())
                .contains(
                        folder
                                + " is a folder; to record the documents in it: genledger import "
                                + folder);
    }

    /** It would wait for ever for the next line of text. */
    @Test
    void followRefusesACompressedFile() throws IOException {
        Path file = Files.write(folder.resolve("a.log.gz"), Packed.gzip(Packed.utf8("gen-aaaaaaaaaaaaaaaaaaa1\n")));
        Shell.Result result = shell.run("follow", file.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains(
                        file
                                + ": a gzip file, and follow reads text as it grows; to track the"
                                + " ids in it: genledger track --from "
                                + file);
    }

    @Test
    void simulateSaysWhatItsDocumentsAre() throws IOException {
        Path file = Files.writeString(folder.resolve("app.log"), "12:00 INFO hello\n");
        Shell.Result result = shell.run("simulate", "--documents", file.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("no metadata document with an id in it; " + file + " is a file");
    }
}
