package io.genledger.adapter.http.simulator.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's example of a test that uses the simulator; the README quotes its body. */
class SimulatorExampleTest {

    @Test
    void aClientMeetsARateLimit() throws Exception {
        byte[] record = "{\"data\":{\"id\":\"gen-1\",\"usage\":0.02}}".getBytes(UTF_8);
        Script faults = Script.parse("faults", "status 429 retry-after 1s when attempts 1");
        try (OpenRouterSimulator openRouter =
                OpenRouterSimulator.start(
                        faults.over(
                                Behaviours.documents(Map.of("gen-1", record)),
                                new SeededRandom(1)))) {
            URI url = URI.create(openRouter.baseUri() + "/generation?id=gen-1");

            assertThat(get(url).headers().firstValue("retry-after")).contains("1");
            assertThat(get(url).body()).isEqualTo(record);
            assertThat(openRouter.counts().responses()).isEqualTo(Map.of(200, 1L, 429, 1L));
        }
    }

    private static HttpResponse<byte[]> get(URI url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(url).header("Authorization", "Bearer any").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
