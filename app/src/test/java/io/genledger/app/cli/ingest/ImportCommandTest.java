package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {

    private static final String GOOD =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa%d\",\"upstream_id\":null,\"usage\":0.5,\"model\":\"a/b\"}";

    private static final String BAD =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":\"much\"}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    @Test
    void recordsGoodLinesAndQuarantinesBadOnes() throws IOException {
        Path file = write("mixed.ndjson", GOOD.formatted(1), BAD, "garbage", GOOD.formatted(3));
        Shell.Result imported = shell.run("import", file.toString(), "--json");
        JsonNode rejects = imported.json().path("rejects");

        assertThat(imported.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(imported.out())
                .contains(
                        "{\"dryRun\":false,\"recorded\":2,\"unchanged\":0,\"rejected\":2,\"provisional\":0,\"superseded\":0,\"outranked\":0,\"repeated\":0,\"skipped\":0,\"foreign\":0,",
                        "\"kinds\":[{\"kind\":\"record\",\"recorded\":2,",
                        "\"kept\":2,\"rejectsFile\":null,\"leftOut\":0,\"firstLeftOut\":[],\"rejects\":[");
        assertThat(rejects.at("/0/file").asString()).isEqualTo(file.toString());
        assertThat(rejects.at("/0/line").asInt()).isEqualTo(2);
        assertThat(rejects.at("/0/field").asString()).isEqualTo("usage");
        assertThat(rejects.at("/1/line").asInt()).isEqualTo(3);
        assertThat(rejects.at("/1/field").isNull()).isTrue();
        assertThat(imported.json().path("truncated").asBoolean()).isFalse();
        assertThat(imported.err())
                .contains(
                        "mixed.ndjson:2: field usage: ",
                        "2 rejected documents put into quarantine; see genledger quarantine list");
        assertThat(shell.run("quarantine", "export", "-").out()).isEqualTo(BAD + "\ngarbage\n");
    }

    @Test
    void writesNothingBesideTheImportedFiles() throws IOException {
        write("a.ndjson", BAD);
        shell.run("import", folder.resolve("a.ndjson").toString());
        shell.typing("{}").run("import", "-");

        assertThat(names()).containsExactly("a.ndjson", "ledger.db");
        assertThat(Path.of("stdin.rejects")).doesNotExist();
    }

    /** As {@code import completions/*} twice. */
    @Test
    void importingAFolderTwiceKeepsEachBadDocumentOnce() throws IOException {
        String[] arguments = {
            "import",
            write("a.ndjson", GOOD.formatted(1), BAD).toString(),
            write("b.ndjson", "garbage", BAD).toString()
        };
        shell.run(arguments);

        assertThat(shell.run(arguments).out()).isEqualTo("0 recorded, 1 unchanged, 3 rejected\n");
        JsonNode list = shell.run("quarantine", "list", "--json").json();
        assertThat(list.path("documents").asInt()).isEqualTo(2);
        assertThat(list.at("/entries/0/times").asInt()).isEqualTo(2);
        assertThat(list.at("/entries/1/times").asInt()).isEqualTo(4);
        assertThat(list.at("/entries/1/file").asString()).endsWith("b.ndjson");
    }

    @Test
    void aRejectsFileIsImportedOnlyIfItIsNamedAlone() throws IOException {
        String good = write("good.ndjson", GOOD.formatted(1)).toString();
        String rejects = write("good.ndjson.rejects", GOOD.formatted(2)).toString();
        Shell.Result together = shell.run("import", good, rejects);

        assertThat(together.exitCode()).isZero();
        assertThat(together.out()).isEqualTo("1 recorded, 0 unchanged, 0 rejected\n");
        assertThat(together.err()).contains(rejects + ": skipped");
        assertThat(shell.run("import", rejects).out())
                .isEqualTo("1 recorded, 0 unchanged, 0 rejected\n");
        assertThat(shell.run("import", rejects, rejects).out())
                .isEqualTo("0 recorded, 2 unchanged, 0 rejected\n");
    }

    @Test
    void writesRejectsToAFileOfItsOwnerInstead() throws IOException {
        String file = write("mixed.ndjson", GOOD.formatted(1), BAD, "garbage").toString();
        Path rejects = folder.resolve("to-mend");
        Shell.Result imported =
                shell.run("import", file, "--rejects", rejects.toString(), "--json");

        assertThat(imported.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(imported.json().path("kept").asInt()).isEqualTo(2);
        assertThat(imported.json().path("rejectsFile").asString()).isEqualTo(rejects.toString());
        assertThat(imported.err()).contains("2 rejected documents written to " + rejects);
        assertThat(rejects).hasContent(BAD + "\ngarbage\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
                .isEqualTo("rw-------");
        assertThat(shell.run("quarantine", "list").out()).isEqualTo("The quarantine is empty\n");
    }

    @Test
    void aRejectsFileIsNotCreatedWithoutRejects() throws IOException {
        Path rejects = folder.resolve("to-mend");
        shell.run(
                "import",
                write("good.ndjson", GOOD.formatted(1)).toString(),
                "--rejects",
                rejects.toString());

        assertThat(rejects).doesNotExist();
    }

    /** The mended documents of an earlier run would be lost before they are imported. */
    @Test
    void aRejectsFileNeverReplacesAnInput() throws IOException {
        Path mended = write("mended.ndjson", GOOD.formatted(1), BAD);
        Shell.Result imported =
                shell.run("import", mended.toString(), "--rejects", mended.toString());

        assertThat(imported.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(imported.err()).contains(mended + " exists and is not overwritten");
        assertThat(mended).hasContent(GOOD.formatted(1) + "\n" + BAD);
        assertThat(folder.resolve("ledger.db")).doesNotExist();
    }

    @Test
    void namesTheLinesOfDocumentsThatAreTooLongForTheQuarantine() throws IOException {
        String file = write("long.ndjson", "x".repeat(100_000), "y".repeat(100)).toString();
        Shell.Result imported = shell.run("import", file, "--json");

        assertThat(imported.json().path("kept").asInt()).isEqualTo(1);
        assertThat(imported.json().path("leftOut").asInt()).isEqualTo(1);
        assertThat(imported.json().at("/firstLeftOut/0/line").asInt()).isEqualTo(1);
        assertThat(imported.err())
                .contains(
                        "1 of 2 rejected documents put into quarantine",
                        "1 rejected document not kept, because the quarantine takes 10,000"
                                + " different ones of at most 64 KiB from one run: "
                                + file
                                + ":1; --rejects FILE keeps all");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void importingTheSameAgainChangesNothing() throws IOException {
        Path file = write("good.ndjson", GOOD.formatted(1), GOOD.formatted(2));
        shell.run("import", file.toString());

        assertThat(shell.run("import", file.toString()).out())
                .isEqualTo("0 recorded, 2 unchanged, 0 rejected\n");
    }

    @Test
    void theSameRecordInAnotherSpellingIsTheSameRecord() throws IOException {
        Path wire =
                write(
                        "wire.json",
                        "{\"data\":{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"total_cost\":0.10}}");
        Path sdk =
                write(
                        "sdk.json",
                        "[{\"upstreamId\":null,\"totalCost\":\"0.1\",\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\"}]");
        shell.run("import", wire.toString());

        assertThat(shell.run("import", sdk.toString()).out())
                .isEqualTo("0 recorded, 1 unchanged, 0 rejected\n");
    }

    @Test
    void aChangedRecordIsCountedOnceByItsNewContent() throws IOException {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":1}")
                .run("import", "-");
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":3}")
                .run("import", "-");

        assertThat(shell.run("--json", "report").json().at("/totals/spend").asString())
                .isEqualTo("3");
    }

    /** A thousand such documents would make the sums of every report overflow. */
    @Test
    void anAbsurdFigureIsQuarantinedAndNeverBooked() throws IOException {
        String absurd =
                "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa9\",\"usage\":1,\"native_tokens_prompt\":10000000000000000}";
        String file = write("a.ndjson", GOOD.formatted(1), absurd).toString();
        Shell.Result imported = shell.run("import", file);

        assertThat(imported.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(imported.out()).isEqualTo("1 recorded, 0 unchanged, 1 rejected\n");
        assertThat(imported.err())
                .contains(
                        "a.ndjson:2: field native_tokens_prompt: expected a whole number from 0 to"
                                + " 1,000,000,000, found 10000000000000000\n");
        assertThat(shell.run("quarantine", "export", "-").out()).isEqualTo(absurd + "\n");
        assertThat(shell.run("report", "--json").json().at("/totals/spend").asString())
                .isEqualTo("0.5");
    }

    @Test
    void namesTwentyBadLinesAndCountsTheRest() throws IOException {
        Path file = write("garbage.txt", "garbage\n".repeat(1_025));
        Shell.Result imported = shell.run("import", file.toString());

        assertThat(imported.out()).isEqualTo("0 recorded, 0 unchanged, 1,025 rejected\n");
        assertThat(imported.err())
                .contains("garbage.txt:20: ", "… and 1,005 more", "1,025 rejected documents put")
                .doesNotContain("garbage.txt:21: ");
        JsonNode json = shell.run("--json", "import", file.toString()).json();
        assertThat(json.path("rejects")).hasSize(100);
        assertThat(json.path("rejected").asInt()).isEqualTo(1_025);
        assertThat(json.path("truncated").asBoolean()).isTrue();
    }

    @Test
    void anEmptyFileHoldsNothing() throws IOException {
        Shell.Result imported = shell.run("import", write("empty.json").toString());

        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out()).isEqualTo("0 recorded, 0 unchanged, 0 rejected\n");
        assertThat(imported.err()).contains("empty.json: no document in it");
    }

    @Test
    void aFileThatIsNotThereStopsBeforeAnythingIsDone() throws IOException {
        Path file = write("good.ndjson", GOOD.formatted(1));
        Shell.Result imported = shell.run("import", file.toString(), "missing.json");

        assertThat(imported.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(imported.err()).contains("missing.json: no such file");
        assertThat(folder.resolve("ledger.db")).doesNotExist();
    }

    @Test
    void standardInputIsReadOnce() {
        Shell.Result twice = shell.typing(GOOD.formatted(1)).run("import", "-", "-");

        assertThat(twice.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(twice.err()).contains("- may stand once: standard input is read only once");
    }

    @Test
    void anArrayThatWasCutOffIsReported() {
        Shell.Result cut = shell.typing('[' + GOOD.formatted(1) + ',').run("import", "-");

        assertThat(cut.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(cut.out()).isEqualTo("1 recorded, 0 unchanged, 1 rejected\n");
        assertThat(cut.err())
                .contains(
                        "stdin:1: expected the end of the array that begins here, found the end of"
                                + " the file");
    }

    @Test
    void idsOfSeveralFilesAreTracked() throws IOException {
        String first = write("a.log", "gen-1766949598-0CmLQg0RnVtRfCj8vUqs").toString();
        String second = write("b.log", "gen-1766949598-0CmLQg0RnVtRfCj8vUqt").toString();

        assertThat(shell.run("track", "--from", first, "--from", second, "--json").out())
                .contains("\"added\":2");
    }

    /** The import has tracked the id already, so that nothing more is to be done for it. */
    @Test
    void doesNotAdviseToTrackWhatIsTracked() {
        String unknown =
                "{\"id\":\"gen-1766949598-0CmLQg0RnVtRfCj8vUqs\",\"object\":\"chat.completion\","
                    + "\"model\":\"anthropic/claude-3-haiku\",\"created\":1766949598,"
                    + "\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":6}}";

        assertThat(shell.typing(unknown).run("import", "-").err())
                .contains(
                        "1 of them is provisional until the records are collected\n",
                        "1 id tracked; genledger collect fetches their records")
                .doesNotContain("--track");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    /** Inline usage counts until the generation's own record is recorded, and never beside it. */
    @Test
    void takesTheFiguresOfACompletionUntilTheRecordComes() {
        String completion =
                "{\"id\":\"gen-1766949598-0CmLQg0RnVtRfCj8vUqs\",\"object\":\"chat.completion\","
                    + "\"model\":\"anthropic/claude-3-haiku\",\"created\":1766949598,"
                    + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":6,\"cost\":0.00001}}";
        String own =
                "{\"id\":\"gen-1766949598-0CmLQg0RnVtRfCj8vUqs\",\"upstream_id\":null,\"usage\":0.00002}";
        Shell.Result first = shell.typing(completion).run("import", "-");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).endsWith("1 recorded, 0 unchanged, 0 rejected\n");
        assertThat(first.err())
                .contains(
                        "1 of them is provisional until the records are collected: genledger"
                                + " import --track, then genledger collect");
        assertThat(shell.run("why", "gen-1766949598-0CmLQg0RnVtRfCj8vUqs").out())
                .contains("cost $0.00001\n", "provisional, inline usage of the completion");
        assertThat(shell.run("audit", "--json").out()).contains("provisional-amounts");
        assertThat(shell.run("track", "gen-1766949598-0CmLQg0RnVtRfCj8vUqs", "--json").out())
                .contains("\"added\":1");
        assertThat(shell.typing(own).run("import", "-", "--json").out())
                .contains("\"recorded\":1", "\"provisional\":0");
        assertThat(shell.typing(completion).run("import", "-").out())
                .endsWith("0 recorded, 0 unchanged, 0 rejected, 1 superseded\n");
        assertThat(shell.run("report", "--json").json().at("/totals/spend").asString())
                .isEqualTo("0.00002");
    }

    /** As PostgreSQL stores it, so that both engines group and filter alike. */
    @Test
    void theCharacterZeroInANameIsStoredAsTheReplacementCharacter() {
        String record =
                "{\"id\":\"gen-1755676927-7WlHzIQWGoPWoKYj3Arf\",\"model\":\"\\u0000m\","
                        + "\"usage\":1,\"is_byok\":false}";

        assertThat(shell.typing(record).run("import", "-").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(shell.run("list", "--csv").out()).contains("\ufffdm").doesNotContain("\0");
        assertThat(shell.run("verify").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theReportOfOneProvisionalGenerationSpeaksOfOne() {
        shell.typing("{\"id\":\"gen-1755676927-7WlHzIQWGoPWoKYj3Arf\",\"usage\":{\"cost\":1}}")
                .run("import", "-");

        assertThat(shell.run("report").out().replaceAll("\\s+", " "))
                .contains("1 of 1 generation is provisional");
    }
}
