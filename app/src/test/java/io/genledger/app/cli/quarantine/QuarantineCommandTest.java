package io.genledger.app.cli.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class QuarantineCommandTest {

    private static final String UNREADABLE =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":\"much\"}";
    private static final String HOSTILE = "garbage \u001b[31mred";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void quarantineTwoDocuments() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(UNREADABLE + "\n" + HOSTILE + "\n").run("import", "-");
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(shell.run("quarantine", "list").out())
                .isEqualTo(
                        """
                        N  Origin   Fault                                                         Bytes  Times  Last received
                        2  stdin:2  unreadable: expected a JSON object, found 'garbage \\u001b[3…     16      1  2026-11-23T12:00:00Z
                        1  stdin:1  unreadable: field usage: expected an amount in US dollars, …     67      1  2026-11-23T12:00:00Z
                        """);
    }

    @Test
    void countsThoseThatAreNotListed() {
        assertThat(shell.run("quarantine", "list", "--limit", "1").out())
                .startsWith("N  Origin ")
                .endsWith("… and 1 more\n");
        assertThat(shell.run("quarantine", "list", "--limit", "0").out())
                .isEqualTo("2 documents\n");
        JsonNode list = shell.run("quarantine", "list", "--limit", "1", "--json").json();
        assertThat(list.path("documents").asInt()).isEqualTo(2);
        assertThat(list.path("entries")).hasSize(1);
        assertThat(list.at("/entries/0/number").asInt()).isEqualTo(2);
    }

    @Test
    void showsADocumentSafelyOnATerminal() {
        assertThat(shell.run("quarantine", "show", "2").out())
                .startsWith("Quarantined document 2\n")
                .contains("  file            stdin:2\n", "  size            16 bytes\n")
                .endsWith("\nDocument\ngarbage \\u001b[31mred\n")
                .doesNotContain("\u001b");
    }

    @Test
    void printsADocumentByteForByte() {
        assertThat(shell.run("quarantine", "show", "2", "--raw").out()).isEqualTo(HOSTILE);
        JsonNode json = shell.run("quarantine", "show", "1", "--json").json();
        assertThat(json.path("body").asString()).isEqualTo(UNREADABLE);
        assertThat(json.at("/document/line").asInt()).isEqualTo(1);
        assertThat(json.at("/document/field").asString()).isEqualTo("usage");
        assertThat(json.at("/document/id").isNull()).isTrue();
    }

    @Test
    void exportsAFileThatCanBeMendedAndImported() throws IOException {
        Path file = folder.resolve("to-mend");
        Shell.Result exported = shell.run("quarantine", "export", file.toString());

        assertThat(exported.out()).isEqualTo("2 documents written to " + file + "\n");
        assertThat(file).hasContent(UNREADABLE + "\n" + HOSTILE + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, Files.readString(file).replace("\"much\"", "0.5"));
        assertThat(shell.run("import", file.toString()).out())
                .isEqualTo("1 recorded, 0 unchanged, 1 rejected\n");
    }

    @Test
    void exportsMoreThanOnePage() {
        String lines =
                IntStream.rangeClosed(1, 250)
                        .mapToObj("bad %d\n"::formatted)
                        .collect(Collectors.joining());
        shell.run("quarantine", "drop", "--all");
        shell.typing(lines).run("import", "-");

        assertThat(shell.run("quarantine", "export", "-").out()).isEqualTo(lines);
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        Shell.Result exported = shell.run("quarantine", "export", file.toString());

        assertThat(exported.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(exported.err()).contains("export: " + file + " exists and is not overwritten");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFileThatCannotBeCreatedIsNotCalledIncomplete() {
        Path file = folder.resolve("x".repeat(300));
        Shell.Result exported = shell.run("quarantine", "export", file.toString());

        assertThat(exported.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(exported.err()).contains(file + ": File name too long").doesNotContain("incomp");
    }

    @Test
    void namesTheFileThatIsIncompleteWhenTheLedgerFails() throws SQLException {
        Path file = folder.resolve("to-mend");
        try (Connection ledger =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = ledger.createStatement()) {
            statement.execute("drop table quarantined_document");
        }
        Shell.Result exported = shell.run("quarantine", "export", file.toString());

        assertThat(exported.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(exported.err()).endsWith("; the file " + file + " is incomplete\n");
        assertThat(file).isEmptyFile();
    }

    @Test
    void dropsNamedDocuments() {
        Shell.Result dropped = shell.run("quarantine", "drop", "1", "9");

        assertThat(dropped.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(dropped.out()).isEqualTo("1 dropped\n");
        assertThat(dropped.err()).contains("no quarantined document has the number 9");
        assertThat(shell.run("quarantine", "show", "1"))
                .satisfies(gone -> {
                    assertThat(gone.exitCode()).isEqualTo(ExitCode.REJECTED);
                    assertThat(gone.err()).contains("no quarantined document has the number 1");
                });
        assertThat(shell.run("quarantine", "drop", "2", "--json").out())
                .isEqualTo("{\"dropped\":1,\"notInQuarantine\":[]}\n");
    }

    @Test
    void dropsAll() {
        assertThat(shell.run("quarantine", "drop", "--all").out()).isEqualTo("2 dropped\n");
        assertThat(shell.run("quarantine", "list").out()).isEqualTo("The quarantine is empty\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarantine                 | expected list, show N, export FILE or drop N",
                "quarantine lst             | did you mean list?",
                "quarantine list --limit -1 | --limit: expected 0 or more, found -1",
                "quarantine drop            | expected either numbers of documents or --all",
                "quarantine drop 1 --all    | expected either numbers of documents or --all",
                "quarantine show 1 --raw --json | --json cannot be combined with --raw",
                "quarantine export - --json | --json cannot be combined with -",
            })
    void refusesWrongUsage(String arguments, String message) {
        Shell.Result refused = shell.run(arguments.split(" "));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains(message);
        assertThat(shell.run("quarantine", "list", "--json").json().path("documents").asInt())
                .isEqualTo(2);
    }
}
