package io.genledger.app.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.app.LedgerEngine;
import io.genledger.app.web.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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

@ParameterizedClass
@EnumSource(LedgerEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportRouteTest {

    @TempDir static Path folder;

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
        server.record(
                RecordedDocuments.records().stream().map(Recorded::bytes).toArray(byte[][]::new));
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
    @CsvSource({
        "ndjson, application/x-ndjson, genledger.ndjson",
        "csv, text/csv; charset=utf-8, genledger.csv",
        "activity-csv, text/csv; charset=utf-8, genledger-activity.csv",
        "focus, text/csv; charset=utf-8, genledger-focus.csv"
    })
    void anExportIsTheOneOfTheCommand(String format, String type, String name) {
        HttpResponse<byte[]> export =
                server().bytes("/ledger/v1/export?since=2024&format=" + format);

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("content-type")).hasValue(type);
        assertThat(export.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"" + name + "\"");
        assertThat(export.body())
                .isNotEmpty()
                .isEqualTo(
                        server().shell()
                                .run("export", "--format", format, "--since", "2024", "-")
                                .data()
                                .toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"xlsx, PK", "parquet, PAR1"})
    void binaryFormatsAreWhole(String format, String beginning) {
        byte[] file = server().bytes("/ledger/v1/export?format=" + format).body();

        assertThat(new String(file, StandardCharsets.ISO_8859_1)).startsWith(beginning);
        assertThat(file.length).isGreaterThan(1000);
    }

    @Test
    void aClientThatGoesAwayLeavesTheServerAtWork() throws IOException {
        URI url = server().url();
        for (int i = 0; i < 20; i++) {
            try (Socket client = new Socket(url.getHost(), url.getPort());
                    OutputStream out = client.getOutputStream()) {
                out.write(
                        "GET /ledger/v1/export?format=csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }

        assertThat(server().get("/ledger/v1/export?format=csv").statusCode()).isEqualTo(200);
    }
}
