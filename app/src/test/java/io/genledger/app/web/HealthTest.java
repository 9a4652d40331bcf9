package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.LedgerEngine;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.access.Scope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
                .contains("\"pendingIds\":1")
                .contains("\"oldestPending\":\"2026-03-01T12:00:00.000Z\"");
    }

    @Test
    void isNotReadyWithoutItsLedger() throws SQLException {
        assertThat(server.status(server.request("/health/ready"))).isEqualTo(200);
        change("drop table schema_version");

        HttpResponse<String> ready = server.send(server.request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"status\":503").doesNotContain("Exception");
        assertThat(server.status(server.request("/health/live"))).isEqualTo(200);
    }

    @Test
    void isNotReadyOnceAnotherVersionHasMigratedTheLedger() throws SQLException {
        assertThat(server.status(server.request("/health/ready"))).isEqualTo(200);
        change("update schema_version set version = version + 100");

        HttpResponse<String> ready = server.send(server.request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("another Genledger has migrated the ledger");
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
