package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerStopTest {

    private static final String BODY = "{\"token\":\"x\"}";

    @TempDir Path folder;

    @Test
    void answersARequestThatIsUnderWay() throws Exception {
        ServerUnderTest server = ServerUnderTest.onLoopback(folder);
        int port = server.server().url().getPort();
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(
                    client,
                    "POST /ledger/v1/session HTTP/1.1\r\nHost: localhost:"
                            + port
                            + "\r\nContent-Type: application/json\r\nExpect: 100-continue"
                            + "\r\nContent-Length: "
                            + BODY.length()
                            + "\r\n\r\n");
            byte[] goOn = client.getInputStream().readNBytes("HTTP/1.1 100".length());
            assertThat(new String(goOn, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 100");
            Thread stop = Thread.startVirtualThread(server::close);
            awaitRefusal(port);
            send(client, BODY);

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 403 ")
                    .contains("the token is unknown, expired or revoked");
            stop.join();
        }
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Until the server accepts no connection any more. */
    private static void awaitRefusal(int port) throws IOException {
        try {
            while (true) {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
            }
        } catch (ConnectException refused) {
            assertThat(refused).hasMessageContaining("refused");
        }
    }
}
