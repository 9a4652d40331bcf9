package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerLimitsTest {

    private static final String SESSION = "/ledger/v1/session";
    private static final int TOO_LARGE = 64 * 1024 * 1024 + 1;

    @TempDir Path folder;

    private ServerUnderTest server;

    @BeforeEach
    void start() throws IOException {
        server = ServerUnderTest.onLoopback(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesABodyOfMoreThan64MiBWithoutReadingIt() throws IOException {
        String answer =
                server.raw(
                        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n"
                                        .formatted(SESSION, server.server().url().getPort())
                                + "Content-Type: application/json\r\nContent-Length: "
                                + TOO_LARGE
                                + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json")
                .contains("the body is larger than 64 MiB");
    }

    @Test
    void refusesABodyThatUnpacksToMore() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 65; i++) {
                gzip.write(zeros);
            }
        }

        HttpResponse<String> answer =
                server.send(
                        server.request("/ledger/v1/generations")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("the body is larger than 64 MiB");
    }

    @Test
    void refusesALineOrHeadersWithoutEnd() throws IOException {
        String line = server.raw("GET /?x=" + "y".repeat(9000) + " HTTP/1.1\r\n\r\n");
        String header = server.raw("GET / HTTP/1.1\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n");

        assertThat(line).matches("(?s)HTTP/1\\.[01] 4.*").doesNotContain("io.netty");
        assertThat(header).matches("(?s)HTTP/1\\.[01] 4.*").doesNotContain("io.netty");
    }

    @Test
    void answersMalformedHttpWithoutAStackTrace() throws IOException {
        assertThat(server.raw("NONSENSE\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 400 .*")
                .doesNotContain("Exception");
    }
}
