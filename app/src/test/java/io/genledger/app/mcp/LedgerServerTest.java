package io.genledger.app.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.app.cli.Shell;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.ReportForm;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools, asked by messages over the streams of the command. */
class LedgerServerTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final String KEY = "sk-or-v1-0000000000000000000000000000000000000000";

    /** The columns of a report that names none. */
    private static final String FEW =
            ReportForm.IN_TABLE.stream().map(Figure::word).collect(Collectors.joining(","));

    private static final List<String> TOOLS =
            List.of(
                    "spend_report",
                    "list_generations",
                    "explain_generation",
                    "find_missing",
                    "findings",
                    "ledger_status");

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordGenerations() {
        shell = new Shell(folder.resolve("ledger.db")).with("OPENROUTER_API_KEY", KEY);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (RecordedDocuments.Recorded each : RecordedDocuments.records()) {
            all.writeBytes(each.bytes());
            all.write('\n');
        }
        assertThat(shell.typing(all.toByteArray()).run("import", "-").exitCode()).isZero();
        assertThat(shell.run("track", "gen-1731289055-MissingMissingMissing").exitCode()).isZero();
    }

    @Test
    void initializesWithWhatTheProgramIs() {
        JsonNode result =
                answer(
                        "initialize",
                        """
                        {"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}\
                        """);

        assertThat(result.path("protocolVersion").asString()).isEqualTo("2025-06-18");
        assertThat(result.at("/serverInfo/name").asString()).isEqualTo("genledger");
        assertThat(result.path("capabilities").propertyNames()).containsExactly("tools");
        assertThat(result.path("instructions").asString()).contains("spend_report", "OpenRouter");
    }

    @Test
    void listsToolsThatOnlyRead() {
        JsonNode tools = answer("tools/list", "{}").path("tools");

        assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
                .containsExactlyElementsOf(TOOLS);
        for (JsonNode tool : tools) {
            assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
            assertThat(tool.at("/inputSchema/additionalProperties").asBoolean(true)).isFalse();
            assertThat(tool.at("/outputSchema/type").asString()).isEqualTo("object");
        }
        assertThat(tools.toString()).doesNotContain("--", "${", "%%", "a table");
        JsonNode report = tools.path(0).at("/inputSchema/properties");
        assertThat(report.at("/by/items/enum").toString()).contains("\"day\"", "\"model\"");
        assertThat(report.at("/limit/maximum").asInt()).isEqualTo(1000);
        assertThat(tools.path(2).at("/inputSchema/required").toString()).isEqualTo("[\"id\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spend_report | {\"by\":[\"day\",\"model\"],\"limit\":1000} | report --json --by"
                        + " day,model --limit 1000 --columns FEW",
                "list_generations | {\"columns\":\"id,spend\",\"limit\":200} | list --json"
                        + " --columns id,spend --limit 200",
                "findings | {} | audit --json --fail-on error",
                "find_missing | {} | pending --json",
                "ledger_status | {} | status --json"
            })
    void answersAsTheCommandDoes(String tool, String arguments, String command) {
        JsonNode result = call(tool, arguments);
        JsonNode printed = shell.run(command.replace("FEW", FEW).split(" ")).json();

        assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
        assertThat(result.path("structuredContent")).hasToString(printed.toString());
        assertThat(JSON.readTree(result.at("/content/1/text").asString())).isEqualTo(printed);
        assertThat(result.at("/content/0/text").asString()).endsWith(".");
    }

    @Test
    void explainsAGenerationByABeginningOfItsId() {
        String id = RecordedDocuments.records().get(0).id().value();

        JsonNode whole = call("explain_generation", "{\"id\":\"%s\"}".formatted(id));
        JsonNode part =
                call(
                        "explain_generation",
                        "{\"id\":\"%s\"}".formatted(id.substring(0, id.length() - 3)));

        assertThat(whole.path("structuredContent"))
                .isEqualTo(shell.run("why", id, "--json").json());
        assertThat(part).isEqualTo(whole);
    }

    @Test
    void aListGoesOnWhereThePageEnds() {
        List<String> ids = new ArrayList<>();
        JsonNode page = call("list_generations", "{\"limit\":2}");
        page.at("/structuredContent/rows").forEach(row -> ids.add(row.path("id").asString()));
        String next = page.at("/structuredContent/next").asString();

        assertThat(page.at("/content/0/text").asString()).contains("after=" + next);
        JsonNode second =
                call("list_generations", "{\"limit\":2,\"after\":\"%s\"}".formatted(next));
        second.at("/structuredContent/rows").forEach(row -> ids.add(row.path("id").asString()));
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aReportSaysWhatItDoesNotShow() {
        JsonNode report = call("spend_report", "{\"limit\":1}");

        assertThat(report.at("/structuredContent/rows").size()).isEqualTo(2);
        assertThat(report.at("/content/0/text").asString())
                .contains("send a larger limit", "1 generations are in no sum", "find_missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spend_report | {\"by\":\"colour\"} | no dimension 'colour': expected",
                "spend_report | {\"last\":\"7d\",\"since\":\"2025\"} | last cannot be combined with"
                        + " since and until",
                "spend_report | {\"limit\":1001} | limit: expected a whole number from 1 to 1000,"
                        + " found 1001",
                "spend_report | {\"limit\":\"all\"} | limit: expected a whole number from 1 to"
                        + " 1000, found all",
                "spend_report | {\"group\":\"model\"} | there is no parameter group here; expected"
                        + " model, ",
                "spend_report | {\"by\":{\"a\":1}} | by: expected a text, a number, true or false,"
                        + " or an array",
                "list_generations | {\"limit\":201} | limit: expected a whole number from 1 to 200,"
                        + " found 201",
                "list_generations | {\"after\":\"gen-x\"} | after: the ledger holds no record whose"
                        + " id is or begins with 'gen-x'",
                "explain_generation | {} | id is missing",
                "explain_generation | {\"id\":\"gen-1731289055-MissingMissingMissing\"} | in the"
                        + " queue, and its record is not collected yet",
                "explain_generation | {\"id\":\"gen-0\"} | id: the ledger holds no record whose id"
                        + " is or begins with 'gen-0'",
                "findings | {\"last\":\"soon\"} | soon"
            })
    void wrongArgumentsAreAnsweredWithWhatToSend(String tool, String arguments, String sentence) {
        JsonNode result = call(tool, arguments);

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asString())
                .contains(sentence)
                .doesNotContain("--", "Exception", "java.");
    }

    @Test
    void aWrongLineIsAnErrorAndTheNextIsAnswered() {
        Map<Integer, JsonNode> answers =
                exchange(
                        "no JSON",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}",
                        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"nothing\",\"arguments\":{}}}");

        assertThat(answers).hasSize(4);
        assertThat(Objects.requireNonNull(answers.get(0)).at("/error/code").asInt())
                .isEqualTo(-32700);
        assertThat(Objects.requireNonNull(answers.get(1)).at("/error/code").asInt())
                .isEqualTo(-32601);
        assertThat(Objects.requireNonNull(answers.get(2)).has("result")).isTrue();
        assertThat(Objects.requireNonNull(answers.get(3)).toString()).contains("nothing");
    }

    @Test
    void noAnswerShowsAKeyAndNothingElseIsPrinted() {
        for (String tool : TOOLS) {
            assertThat(call(tool, "{}").toString()).doesNotContain(KEY);
        }
        Shell.Result done = shell.typing("").run("mcp");
        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).isEmpty();
        assertThat(done.err()).isEmpty();
    }

    private JsonNode call(String tool, String arguments) {
        return answer(
                "tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
    }

    private JsonNode answer(String method, String params) {
        JsonNode answer =
                Objects.requireNonNull(
                        exchange(
                                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                                                .formatted(method, params))
                                .get(1));
        assertThat(answer.has("result")).as(answer.toString()).isTrue();
        return answer.path("result");
    }

    /** The answers by the ids of the requests; 0 is that to no request. */
    private Map<Integer, JsonNode> exchange(String... messages) {
        Shell.Result done = shell.typing(String.join("\n", messages) + "\n").run("mcp");
        assertThat(done.exitCode()).as(done.err()).isZero();
        Map<Integer, JsonNode> answers = new LinkedHashMap<>();
        done.out()
                .lines()
                .map(JSON::readTree)
                .forEach(answer -> answers.put(answer.path("id").asInt(0), answer));
        return answers;
    }
}
