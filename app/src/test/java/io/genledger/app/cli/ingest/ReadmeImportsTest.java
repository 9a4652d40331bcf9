package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what an import of each kind of file prints. */
class ReadmeImportsTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- imports: begin, run by a test -->\n\n```console\n";
    private static final String END = "```\n\n<!-- imports: end -->";
    private static final String IMPORT = "$ genledger import ";

    /** Field cases by the names that the README gives them. */
    private static final Map<String, String> FIELD =
            Map.of(
                    "records.ndjson", "05-records-full-precision.ndjson",
                    "completions.ndjson", "09-cache-write-and-search-fee.ndjson",
                    "agent.sse", "08-messages-stream.sse.txt",
                    "image.txt", "02-images-api-wire.txt",
                    "openrouter_activity.csv", "05-activity-2026-08-app-first.csv",
                    "webhook.ndjson", "07-broadcast-three-spans.ndjson",
                    "batch.json", "12-batch-validating.json");

    private static final String VIDEO =
            """
            {"id":"job","generation_id":"gen-vid-1790829263-IsDxAD6HYDnBBhQ96S7m","status":"pending","polling_url":"/v"}
            {"id":"job","generation_id":"gen-vid-1790829263-IsDxAD6HYDnBBhQ96S7m","status":"in_progress","polling_url":"/v"}
            {"id":"job","generation_id":"gen-vid-1790829263-IsDxAD6HYDnBBhQ96S7m","status":"completed","polling_url":"/v",\
            "usage":{"cost":1.008}}
            """;

    private static final String SESSION =
            """
            {"type":"user","uuid":"1","sessionId":"s","message":{"role":"user","content":"hi"}}
            {"type":"assistant","uuid":"2","sessionId":"s","message":{"id":"gen-1","usage":{}}}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void putFilesIntoTheFolder() throws IOException {
        Path field = Path.of("../adapter-json/src/test/resources/io/genledger/adapter/json/field");
        for (Map.Entry<String, String> file : FIELD.entrySet()) {
            Files.copy(field.resolve(file.getValue()), folder.resolve(file.getKey()));
        }
        Files.writeString(folder.resolve("video.ndjson"), VIDEO);
        Files.writeString(folder.resolve("session.jsonl"), SESSION);
    }

    @Test
    void showsWhatEachKindOfFilePrints() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        String shown = readme.substring(begin, readme.indexOf(END, begin));

        String run =
                shown.lines()
                        .filter(line -> line.startsWith(IMPORT))
                        .map(this::printed)
                        .reduce("", String::concat);

        assertThat(run).isEqualTo(shown);
        assertThat(FIELD.keySet()).allSatisfy(name -> assertThat(shown).contains(name));
    }

    /** Faults are printed before the counts; other notes are left out. */
    private String printed(String command) {
        Shell shell = new Shell(folder.resolve("ledger.db"));
        String name = command.substring(IMPORT.length());
        Shell.Result result = shell.run("import", folder.resolve(name).toString());
        String faults =
                result.err()
                        .lines()
                        .map(line -> line.replace(folder + "/", ""))
                        .filter(line -> line.startsWith(name + ":"))
                        .map(line -> line + '\n')
                        .reduce("", String::concat);
        return command + '\n' + faults + result.out();
    }
}
