package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Application;
import io.genledger.app.LedgerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerTest {

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Application application;
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        application = LedgerAddress.of(folder.resolve("ledger.db")).open(Application.runtime());
        server =
                WebServer.start(
                        new ServerSettings(InetAddress.getLoopbackAddress(), 0),
                        new LedgerAccess(application, "ledger.db", InstantSource.system()));
    }

    @AfterEach
    void stop() {
        server.close();
        application.close();
    }

    @Test
    void reportsByTheOptionsOfTheCommandLine() throws Exception {
        HttpResponse<String> report = get("/ledger/v1/report?by=day,model&last=7d&timezone=UTC");

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).contains("\"rows\":[]").contains("\"day\",\"model\"");
    }

    @Test
    void saysWhichValuesAParameterCanHave() throws Exception {
        HttpResponse<String> wrong = get("/ledger/v1/report?by=colour");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(wrong.body()).contains("no dimension 'colour': expected hour, day");
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve(path)).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
