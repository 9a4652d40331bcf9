package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.LedgerEngine;
import io.genledger.app.Version;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.app.view.health.CollectorView;
import io.genledger.app.view.health.CollectorView.Phase;
import io.genledger.app.view.health.CollectorView.RefusedKey;
import io.genledger.app.view.health.FollowedFilesView;
import io.genledger.app.view.health.ServerView;
import io.genledger.app.view.health.TaskView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.access.Scope;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.usecase.collect.Delay;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(LedgerEngine.class)
class HealthTest {

    private static final GenerationId ID = new GenerationId("gen-1731289055-7lM7yhtp335znp1qegkj");

    /** A server of which something is wrong. */
    private static final ServerView WITH_WARNINGS =
            new ServerView(
                    Optional.of(
                            new CollectorView(
                                    Phase.WITHOUT_KEY,
                                    Optional.of("no key: set it"),
                                    Optional.empty(),
                                    Optional.of(ServerUnderTest.START),
                                    Optional.empty(),
                                    new EnumMap<>(
                                            Map.of(Outcome.RECORDED, 7L, Outcome.UNAVAILABLE, 2L)),
                                    UsdAmount.ZERO,
                                    0,
                                    List.of(
                                            new Delay(
                                                    ServerUnderTest.START,
                                                    Optional.empty(),
                                                    true,
                                                    "slow down")),
                                    4,
                                    0,
                                    List.of(new RefusedKey(new AccountName("acme"), "no such key")),
                                    List.of(AccountName.DEFAULT),
                                    Optional.empty())),
                    Optional.of(
                            new FollowedFilesView(
                                    List.of("app.log"),
                                    Map.of("app.log", "permission denied"),
                                    0,
                                    Tracked.NOTHING,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())),
                    Optional.of(TaskView.NEW.failed("it answered 500")),
                    Optional.of(TaskView.NEW.failed("trino://lake is out of reach")),
                    true,
                    TaskView.NEW);

    @TempDir Path folder;

    private final LedgerEngine engine;
    private ServerUnderTest server;

    HealthTest(LedgerEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void start() throws IOException {
        server = ServerUnderTest.onLoopback(engine.empty(folder));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isLiveForEveryCaller() {
        server.token("reader", Scope.READ);

        HttpResponse<String> live = server.send(server.request("/health/live"));

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"live\"}");
    }

    @Test
    void isReadyWithTheAgeOfTheQueue() {
        server.application()
                .pending()
                .track(Set.of(ID), AccountName.DEFAULT, ServerUnderTest.START);

        HttpResponse<String> ready = server.send(server.request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("\"status\":\"ready\"")
                .contains("{\"name\":\"ledger\",\"state\":\"ok\",\"reason\":null}")
                .contains("{\"name\":\"schema\",\"state\":\"ok\",\"reason\":null}")
                .contains("{\"name\":\"queue\",\"state\":\"ok\",\"reason\":null}")
                .contains("\"pendingIds\":1")
                .contains("\"oldestPending\":\"2026-03-01T12:00:00.000Z\"");
    }

    @Test
    void isNotReadyWithoutItsLedger() throws SQLException {
        assertThat(server.status(server.request("/health/ready"))).isEqualTo(200);
        change("drop table schema_version");

        HttpResponse<String> ready = server.send(server.request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
                .contains("\"status\":\"unready\"")
                .contains("{\"name\":\"ledger\",\"state\":\"failed\",\"reason\":\"")
                .contains("\"schemaVersion\":null")
                .doesNotContain("Exception");
        assertThat(server.status(server.request("/health/live"))).isEqualTo(200);
    }

    @Test
    void isNotReadyOnceAnotherVersionHasMigratedTheLedger() throws SQLException {
        assertThat(server.status(server.request("/health/ready"))).isEqualTo(200);
        change("update schema_version set version = version + 100");

        HttpResponse<String> ready = server.send(server.request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
                .contains("\"name\":\"schema\",\"state\":\"failed\"")
                .contains("another Genledger has migrated the ledger");
    }

    @Test
    void staysReadyWithoutAKeyAndAnUnreadableFileAndSaysSo() {
        server.services(WITH_WARNINGS);

        HttpResponse<String> ready = server.send(server.request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("\"status\":\"ready\"")
                .contains(
                        "{\"name\":\"collector\",\"state\":\"warning\",\"reason\":\"no key: set it;"
                            + " the key of account acme was refused: no such key; no key for the"
                            + " pending ids of account default; rate limited since"
                            + " 2026-03-01T12:00:00Z: slow down\"}")
                .contains(
                        "{\"name\":\"follow\",\"state\":\"warning\",\"reason\":\"app.log cannot be"
                                + " read: permission denied\"}")
                .contains(
                        "\"name\":\"alerts\",\"state\":\"warning\",\"reason\":\"it answered 500\"")
                .contains(
                        "{\"name\":\"lake\",\"state\":\"warning\",\"reason\":\"trino://lake is out"
                                + " of reach\"}")
                .contains("{\"name\":\"housekeeping\",\"state\":\"ok\",\"reason\":null}");
    }

    @Test
    void saysWhatIsSwitchedOff() {
        assertThat(server.send(server.request("/health/ready")).body())
                .contains("\"name\":\"collector\",\"state\":\"unused\"")
                .contains("\"name\":\"follow\",\"state\":\"unused\"")
                .contains("\"name\":\"alerts\",\"state\":\"unused\"")
                .doesNotContain("\"name\":\"lake\"")
                .contains(
                        "\"name\":\"broadcast\",\"state\":\"unused\",\"reason\":\"no delivery was"
                                + " received yet");
    }

    @Test
    void aSilentBroadcastIsTold() {
        server.application().broadcastDeliveries().received(ServerUnderTest.START);
        server.advance(Duration.ofHours(3));

        HttpResponse<String> ready = server.send(server.request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains(
                        "\"name\":\"broadcast\",\"state\":\"warning\",\"reason\":\"no delivery for"
                                + " 3 h;")
                .contains("sampling, a filter");
        assertThat(server.send(server.request("/metrics")).body())
                .contains("genledger_broadcast_last_delivery_age_seconds 10800\n");
    }

    @Test
    void anIdThatIsPendingForHoursIsTold() {
        server.application()
                .pending()
                .track(Set.of(ID), AccountName.DEFAULT, ServerUnderTest.START);
        server.advance(Duration.ofHours(2));

        assertThat(server.send(server.request("/health/ready")).body())
                .contains(
                        "{\"name\":\"queue\",\"state\":\"warning\",\"reason\":\"the oldest pending"
                                + " id was tracked 120 min ago\"}");
    }

    @Test
    void statesWhatRunsBesideTheRequests() {
        server.services(WITH_WARNINGS);

        assertThat(server.send(server.request("/ledger/v1/status")).body())
                .contains("\"queue\":{\"due\":0,")
                .contains("\"broadcast\":{\"lastDelivery\":null,")
                .contains("\"collector\":{\"phase\":\"without-key\",\"reason\":\"no key: set it\"")
                .contains("\"fetches\":{\"recorded\":7,\"unavailable\":2}");
    }

    @Test
    void measuresTheCollectorAndTheProgram() {
        server.services(WITH_WARNINGS);
        server.advance(Duration.ofSeconds(30));

        assertThat(server.send(server.request("/metrics")).body())
                .contains("genledger_build_info{version=\"" + Version.number() + "\"} 1\n")
                .contains("genledger_collector_phase{phase=\"without-key\"} 1\n")
                .contains("genledger_collector_phase{phase=\"collecting\"} 0\n")
                .contains("genledger_collector_fetches_total{outcome=\"recorded\"} 7\n")
                .contains("genledger_collector_fetches_total{outcome=\"unavailable\"} 2\n")
                .contains("genledger_collector_rate_limits_total 4\n")
                .contains("genledger_collector_delayed_keys 1\n")
                .contains("genledger_collector_last_response_age_seconds 30\n")
                .contains("genledger_follow_unreadable_files 1\n")
                .contains("genledger_task_failed{task=\"alerts\"} 1\n")
                .contains("genledger_task_failed{task=\"lake\"} 1\n")
                .contains("jvm_memory_used_bytes{area=\"heap\"");
    }

    @Test
    void measuresTheProcessWithoutItsLedger() throws SQLException {
        assertThat(server.send(server.request("/metrics")).body())
                .contains("genledger_ledger_available 1\n");
        change("drop table tracked");

        HttpResponse<String> metrics = server.send(server.request("/metrics"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("genledger_ledger_available 0\n", "genledger_build_info")
                .doesNotContain("genledger_queue_ids");
    }

    private void change(String statement) throws SQLException {
        server.ledger().change(statement);
    }

    @Test
    void measuresRequestsByRouteAndTheQueue() {
        server.application()
                .pending()
                .track(Set.of(ID), AccountName.DEFAULT, ServerUnderTest.START);
        server.status(server.request("/health/live"));
        server.status(server.request("/no/such/" + ID.value()));
        server.advance(Duration.ofMinutes(2));

        HttpResponse<String> metrics = server.send(server.request("/metrics"));

        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(metrics.body())
                .contains(
                        "genledger_http_requests_seconds_count{method=\"GET\",route=\"/health/live\",status=\"200\"}"
                            + " 1")
                .contains(
                        "genledger_http_requests_seconds_count{method=\"none\",route=\"none\",status=\"404\"}"
                            + " 1")
                .contains("genledger_queue_ids{state=\"due\"} 1\n")
                .contains("genledger_queue_oldest_age_seconds 120\n")
                .doesNotContain(ID.value());
    }

    @Test
    void measuresSpendToTheLastDigit() throws IOException {
        GenerationId id = ShippedDocuments.all().keySet().iterator().next();
        Path file = Files.write(folder.resolve("one.json"), ShippedDocuments.all().get(id));
        new Shell(server.ledger().location(), folder).run("import", file.toString());
        List<SpendRow> rows = new ArrayList<>();
        server.application()
                .spend()
                .read(
                        new SpendQuery(
                                List.of(Dimension.MODEL, Dimension.HOUR),
                                TimeRange.ALWAYS,
                                ZoneOffset.UTC),
                        rows::add);
        SpendRow row = rows.get(0);
        server.moveTo(Instant.parse(row.group().get(1).orElseThrow().replace("Z", ":00Z")));

        String metrics = server.send(server.request("/metrics")).body();

        assertThat(row.totals().spend().signum()).isPositive();
        assertThat(metrics)
                .contains(
                        "genledger_model_spend_24h_usd{model=\"%s\"} %s\n"
                                .formatted(row.group().get(0).orElseThrow(), row.totals().spend()))
                .contains("genledger_model_spend_24h_usd{model=\"other\"} 0\n")
                .contains("genledger_provider_requests_24h{provider=\"other\"} 0\n");
    }
}
