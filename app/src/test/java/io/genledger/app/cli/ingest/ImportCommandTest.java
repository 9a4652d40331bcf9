package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {

    private static final String GOOD = "{\"id\":\"gen-%d\",\"usage\":0.5,\"model\":\"a/b\"}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    @Test
    void recordsGoodLinesAndKeepsBadOnesAside() throws IOException {
        String bad = "{\"id\":\"gen-2\",\"usage\":\"much\"}";
        Path file = write("mixed.ndjson", GOOD.formatted(1), bad, "garbage", GOOD.formatted(3));
        Shell.Result imported = shell.run("import", file.toString(), "--json");
        JsonNode rejects = imported.json().path("rejects");

        assertThat(imported.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(imported.out())
                .startsWith(
                        "{\"recorded\":2,\"unchanged\":0,\"rejected\":2,\"inline\":0,\"superseded\":0,\"rejects\":[");
        assertThat(rejects.at("/0/file").asString()).isEqualTo(file.toString());
        assertThat(rejects.at("/0/line").asInt()).isEqualTo(2);
        assertThat(rejects.at("/0/field").asString()).isEqualTo("usage");
        assertThat(rejects.at("/1/line").asInt()).isEqualTo(3);
        assertThat(rejects.at("/1/field").isNull()).isTrue();
        assertThat(imported.err()).contains("mixed.ndjson:2: field usage: ");
        assertThat(Files.readString(folder.resolve("mixed.ndjson.rejects")))
                .isEqualTo(bad + "\ngarbage\n");
    }

    @Test
    void importingTheSameAgainChangesNothing() throws IOException {
        Path file = write("good.ndjson", GOOD.formatted(1), GOOD.formatted(2));
        shell.run("import", file.toString());

        assertThat(shell.run("import", file.toString()).out())
                .isEqualTo("0 recorded, 2 unchanged, 0 rejected\n");
        assertThat(folder.resolve("good.ndjson.rejects")).doesNotExist();
    }

    @Test
    void theSameRecordInAnotherSpellingIsTheSameRecord() throws IOException {
        Path wire = write("wire.json", "{\"data\":{\"id\":\"gen-1\",\"total_cost\":0.10}}");
        Path sdk = write("sdk.json", "[{\"totalCost\":\"0.1\",\"id\":\"gen-1\"}]");
        shell.run("import", wire.toString());

        assertThat(shell.run("import", sdk.toString()).out())
                .isEqualTo("0 recorded, 1 unchanged, 0 rejected\n");
    }

    @Test
    void aChangedRecordIsCountedOnceByItsNewContent() throws IOException {
        shell.typing("{\"id\":\"gen-1\",\"usage\":1}").run("import", "-");
        shell.typing("{\"id\":\"gen-1\",\"usage\":3}").run("import", "-");

        assertThat(shell.run("--json", "report").json().at("/totals/spend").asString())
                .isEqualTo("3");
    }

    @Test
    void saysWhyABadLineCannotBeKeptAside() throws IOException {
        Path file = write("mixed.ndjson", GOOD.formatted(1), "garbage");
        Files.createDirectory(folder.resolve("mixed.ndjson.rejects"));
        Shell.Result imported = shell.run("import", file.toString());

        assertThat(imported.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(imported.err())
                .contains(
                        "mixed.ndjson.rejects cannot be written",
                        "cannot be kept there",
                        "import again");
        assertThat(shell.run("import", file.toString(), "--json").exitCode()).isNotZero();
        assertThat(shell.run("--json", "report").json().at("/totals/requests").asInt())
                .isEqualTo(1);
    }

    @Test
    void namesTwentyBadLinesAndCountsTheRest() throws IOException {
        Path file = write("garbage.txt", "garbage\n".repeat(1_025));
        Shell.Result imported = shell.run("import", file.toString());

        assertThat(imported.out()).isEqualTo("0 recorded, 0 unchanged, 1,025 rejected\n");
        assertThat(imported.err())
                .contains("garbage.txt:20: ", "… and 1,005 more", "1,025 written to ")
                .doesNotContain("garbage.txt:21: ");
        assertThat(shell.run("--json", "import", file.toString()).json().path("rejects"))
                .hasSize(1_025);
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
        String own = "{\"id\":\"gen-1766949598-0CmLQg0RnVtRfCj8vUqs\",\"usage\":0.00002}";
        Shell.Result first = shell.typing(completion).run("import", "-");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualTo("1 recorded, 0 unchanged, 0 rejected\n");
        assertThat(first.err()).contains("1 of them hold the inline usage of completions");
        assertThat(shell.run("why", "gen-1766949598-0CmLQg0RnVtRfCj8vUqs").out())
                .contains("cost $0.00001\n", "inline, from the completion");
        assertThat(shell.run("audit", "--json").out()).contains("inline-usage");
        assertThat(shell.run("track", "gen-1766949598-0CmLQg0RnVtRfCj8vUqs", "--json").out())
                .contains("\"added\":1");
        assertThat(shell.typing(own).run("import", "-", "--json").out())
                .contains("\"recorded\":1", "\"inline\":0");
        assertThat(shell.typing(completion).run("import", "-").out())
                .isEqualTo("0 recorded, 0 unchanged, 0 rejected, 1 superseded by own records\n");
        assertThat(shell.run("report", "--json").json().at("/totals/spend").asString())
                .isEqualTo("0.00002");
    }
}
