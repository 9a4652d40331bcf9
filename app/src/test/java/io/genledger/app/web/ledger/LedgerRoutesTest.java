package io.genledger.app.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.app.LedgerEngine;
import io.genledger.app.web.RunningServer;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each route answers as the command with --json does. */
@ParameterizedClass
@EnumSource(LedgerEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerRoutesTest {

    private static final String ROUTES = "/ledger/v1";
    private static final Pattern NEXT = Pattern.compile("<(.+)>; rel=\"next\"");
    private static final GenerationId PENDING =
            new GenerationId("gen-1755676927-0000000000000000000A");

    @TempDir static Path folder;

    private static final List<Recorded> RECORDED = RecordedDocuments.records();

    @Parameter private LedgerEngine engine = LedgerEngine.SQLITE;
    private final Map<LedgerEngine, RunningServer> servers = new EnumMap<>(LedgerEngine.class);

    @BeforeAll
    void start() {
        for (LedgerEngine each : LedgerEngine.values()) {
            servers.put(each, started(each));
        }
    }

    private static RunningServer started(LedgerEngine engine) {
        RunningServer server = new RunningServer(engine, folder);
        server.record(RECORDED.stream().map(Recorded::bytes).toArray(byte[][]::new));
        server.application()
                .pending()
                .track(Set.of(PENDING), Instant.parse("2026-11-23T11:59:00Z"));
        return server;
    }

    @AfterAll
    void stop() {
        servers.values().forEach(RunningServer::close);
    }

    private RunningServer server() {
        return Objects.requireNonNull(servers.get(engine));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/report?by=model,provider&timezone=UTC&since=2024 | report --by model,provider"
                        + " --timezone UTC --since 2024",
                "/report?by=month&since=2024&round=cents&top=3 | report --by month --since 2024"
                        + " --round cents --top 3",
                "/findings?since=2024 | audit --since 2024",
                "/generations?limit=1000&model=openai/*&columns=id,spend | list --limit 1000"
                        + " --model openai/* --columns id,spend"
            })
    void aRouteAnswersAsTheCommand(String route, String command) {
        assertThat(server().json(ROUTES + route)).isEqualTo(printed(command.split(" ")));
    }

    @Test
    void generationsAreShownAndExplainedAsTheCommandsDo() {
        for (Recorded each : RECORDED) {
            String path = ROUTES + "/generations/" + each.id();
            String id = each.id().value();

            assertThat(server().json(path)).isEqualTo(printed("show", id));
            assertThat(server().json(path + "/why?byok-fee=4%25"))
                    .isEqualTo(printed("why", id, "--byok-fee", "4%"));
            assertThat(server().json(path + "/history").path("steps"))
                    .isEqualTo(printed("show", id, "--history").path("steps"));
        }
    }

    @Test
    void theDocumentOfAGenerationIsAnsweredByteForByte() {
        Recorded one = RECORDED.get(0);

        HttpResponse<byte[]> document =
                server().bytes(ROUTES + "/generations/" + one.id() + "/document");

        assertThat(document.body())
                .isEqualTo(
                        server().shell()
                                .run("show", one.id().value(), "--wire")
                                .data()
                                .toByteArray());
        assertThat(document.headers().firstValue("content-type")).hasValue("application/json");
    }

    @Test
    void theQueueAndTheConditionAreThoseOfTheCommands() {
        JsonNode queue = server().json(ROUTES + "/queue?state=pending");
        JsonNode status = server().json(ROUTES + "/status");
        JsonNode printed = printed("status");

        assertThat(queue.path("entries").get(0).path("id").asString()).isEqualTo(PENDING.value());
        assertThat(queue.path("totals")).isEqualTo(printed("pending").path("totals"));
        assertThat(status.propertyNames()).containsExactlyElementsOf(printed.propertyNames());
        assertThat(status.path("pending")).isEqualTo(printed.path("pending"));
        assertThat(status.path("ledger").asString()).isEqualTo("ledger.db");
    }

    @Test
    void thePagesOfAListHoldEveryGenerationOnce() {
        List<String> ids = new ArrayList<>();
        Optional<String> path = Optional.of(ROUTES + "/generations?limit=3&order=oldest&user=!x y");
        path = path.map(each -> each.replace(" ", "%20"));
        while (path.isPresent()) {
            HttpResponse<String> page = server().get(path.orElseThrow());
            RunningServer.json(page)
                    .path("rows")
                    .forEach(row -> ids.add(row.path("id").asString()));
            path =
                    page.headers()
                            .firstValue("link")
                            .map(NEXT::matcher)
                            .filter(Matcher::matches)
                            .map(link -> link.group(1));
        }

        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsAll(RECORDED.stream().map(each -> each.id().value()).toList());
    }

    @Test
    void aRunIsAnsweredWithItsGenerations() {
        String session = "session one";
        server().record(
                        """
                        {"data":{"id":"gen-1755676930-00000000000000Session","session_id":"%s",\
                        "created_at":"2025-08-20T08:02:10Z","model":"a/b","usage":0.5,"total_cost":0.5}}\
                        """
                                .formatted(session)
                                .getBytes(StandardCharsets.UTF_8));

        JsonNode run = server().json(ROUTES + "/run?session=session%20one");
        assertThat(run.path("rows").size()).isEqualTo(1);

        assertThat(run).isEqualTo(printed("show", "--run", session));
        assertThat(server().get(ROUTES + "/run?request=req-unknown").statusCode()).isEqualTo(404);
        assertThat(server().get(ROUTES + "/run").statusCode()).isEqualTo(400);
    }

    @Test
    void anIdIsRequeued() {
        HttpResponse<String> retried =
                server().post(ROUTES + "/queue/" + PENDING.value() + "/retry");

        assertThat(retried.statusCode()).isEqualTo(200);
        assertThat(RunningServer.json(retried).path("requeued").asInt()).isEqualTo(1);
        assertProblem(
                server().post(ROUTES + "/queue/gen-x/retry"), 404, "gen-x is not in the queue");
    }

    @Test
    void colouredValuesHaveTheirSlots() {
        server().application().colourSlots().assign(Dimension.MODEL, List.of("a/b", "c/d"));

        JsonNode colours = server().json(ROUTES + "/colours?dimension=model");

        assertThat(colours.path("slots").path("a/b").asInt()).isEqualTo(1);
        assertThat(colours.path("slots").path("c/d").asInt()).isEqualTo(2);
    }

    @Test
    void aGenerationWithoutARecordIsAProblemThatSaysWhy() {
        HttpResponse<String> pending = server().get(ROUTES + "/generations/" + PENDING.value());
        HttpResponse<String> unknown = server().get(ROUTES + "/generations/gen-x/why");

        assertProblem(pending, 404, "is not collected yet");
        assertThat(RunningServer.json(pending).path("record").path("code").asString())
                .isEqualTo("not-requested");
        assertProblem(unknown, 404, "the ledger has no record of gen-x");
        assertProblem(server().get(ROUTES + "/generations/gen-x/history"), 404, "gen-x");
        assertProblem(server().get(ROUTES + "/generations/gen-x/document"), 404, "gen-x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report?last=7d&since=2025",
                "/report?by=colour",
                "/report?colour=red",
                "/report?top=none",
                "/generations?limit=1001",
                "/generations?limit=all",
                "/generations?after=gen-unknown",
                "/generations/gen%201",
                "/queue?limit=-1",
                "/queue?limit=1001",
                "/queue?state=lost",
                "/colours",
                "/colours?dimension=shape",
                "/findings?last=then",
                "/status?byok-allowance=much",
                "/export",
                "/export?format=pdf",
                "/export?format=parquet&partition=month",
                "/export?format=focus&max-rows=5",
                "/export?format=csv&truncate=true"
            })
    void aWrongParameterIsAProblemInAnOwnSentence(String path) {
        HttpResponse<String> answer = server().get(ROUTES + path);

        assertProblem(answer, 400, "");
        assertThat(answer.body()).doesNotContain("--").doesNotContain("io.genledger");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String part) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        assertThat(RunningServer.json(answer).path("detail").asString()).contains(part);
    }

    private JsonNode printed(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.add("--json");
        return server().shell().run(words.toArray(String[]::new)).json();
    }
}
