package io.genledger.app.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.web.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route on a server that has no lake; the tests of the profile lake have one. */
class LakeReportRouteTest {

    @TempDir Path folder;

    @Test
    void aServerWithoutALakeSaysHowItGetsOne() {
        try (RunningServer server = new RunningServer(folder)) {
            HttpResponse<String> none = server.get("/ledger/v1/lake/report?by=ledger&fresh");

            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("this server has no lake: genledger serve --lake URL");
            assertThat(server.get("/ledger/v1/lake/report?by=planet").statusCode()).isEqualTo(400);
            assertThat(
                            server.json("/openapi.json")
                                    .at("/paths/~1ledger~1v1~1lake~1report")
                                    .toString())
                    .contains("\"account\",\"ledger\"");
            assertThat(server.get("/ledger/v1/report?by=ledger").body())
                    .contains("no dimension 'ledger': expected hour, day");
        }
    }
}
