package io.genledger.app.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.web.RunningServer;
import io.genledger.app.web.TwoLedgers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes about a lake; the tests of the profile lake have a real one. */
class LakeReportRouteTest {

    @TempDir Path folder;

    @Test
    void aServerWithoutALakeSaysHowItGetsOne() {
        try (RunningServer server = new RunningServer(folder)) {
            HttpResponse<String> none = server.get("/ledger/v1/lake/report?by=ledger&fresh");

            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("this server has no lake: genledger serve --lake URL");
            assertThat(server.get("/ledger/v1/lake/generations").body())
                    .contains("this server has no lake");
            assertThat(server.get("/ledger/v1/lake/report?by=planet").statusCode()).isEqualTo(400);
            assertThat(
                            server.json("/openapi.json")
                                    .at("/paths/~1ledger~1v1~1lake~1report")
                                    .toString())
                    .contains("\"account\",\"ledger\"");
            assertThat(server.get("/ledger/v1/report?by=ledger").body())
                    .contains("no dimension 'ledger': expected hour, day");
            assertThat(server.get("/ledger/v1/generations?columns=ledger").body())
                    .contains("no column 'ledger': expected id, created");
            assertThat(server.json("/ledger/v1/status").at("/server/hasLake").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void aServerWithALakeReportsAndListsItsLedgersInPages() {
        try (RunningServer server = new RunningServer(folder, new TwoLedgers(Shell.NOW))) {
            assertThat(server.json("/ledger/v1/lake/report?by=ledger").at("/rows").toString())
                    .contains("\"ledger\":\"eu\"", "\"ledger\":\"us\"");
            HttpResponse<String> first =
                    server.get("/ledger/v1/lake/generations?limit=3&columns=ledger,spend");

            assertThat(first.body())
                    .startsWith(
                            "{\"rows\":[{\"ledger\":\"eu\",\"spend\":\"1\"},"
                                    + "{\"ledger\":\"us\",\"spend\":\"0.000000000001\"},"
                                    + "{\"ledger\":\"eu\",\"spend\":\"2\"}]");
            String next = first.headers().firstValue("link").orElseThrow().split("[<>]")[1];
            assertThat(next).startsWith("/ledger/v1/lake/generations?");
            assertThat(server.get(next).body())
                    .isEqualTo("{\"rows\":[{\"ledger\":\"eu\",\"spend\":\"3\"}],\"next\":null}");
            assertThat(server.get("/ledger/v1/lake/generations?ledger=u*").body())
                    .contains("\"ledger\":\"us\"")
                    .doesNotContain("\"ledger\":\"eu\"", "findings");
        }
    }

    @Test
    void whatALakeDoesNotHaveIsRefusedInWords() {
        try (RunningServer server = new RunningServer(folder, new TwoLedgers(Shell.NOW))) {
            assertThat(server.get("/ledger/v1/lake/generations?columns=id,findings").body())
                    .contains("columns findings: a lake has none; ask the ledger itself");
            for (String route : List.of("generations", "report")) {
                HttpResponse<String> refused =
                        server.get("/ledger/v1/lake/" + route + "?finding=negative-usage");
                assertThat(refused.statusCode()).as(route).isEqualTo(400);
                assertThat(refused.body()).contains("finding: a lake has no findings");
            }
            assertThat(server.get("/ledger/v1/lake/report?byok-allowance=25000USD").body())
                    .contains("byok-allowance: each ledger of a lake has its own plans");
        }
    }
}
