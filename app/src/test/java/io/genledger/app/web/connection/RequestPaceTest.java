package io.genledger.app.web.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a clock that stands still until it is advanced. */
class RequestPaceTest {

    private static final int LEAST = 1000;
    private static final String GET = "GET /ledger/v1/status HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST =
            "POST /ledger/v1/generations HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Content-Length: 9000\r\n\r\n";

    private final EmbeddedChannel client = new EmbeddedChannel(new HttpServerCodec());

    @BeforeEach
    void start() {
        client.freezeTime();
        client.pipeline().addLast(new RequestPace(Duration.ofSeconds(20), LEAST));
        client.pipeline().fireChannelActive();
    }

    @AfterEach
    void stop() {
        client.finishAndReleaseAll();
    }

    @Test
    void headersThatArriveByteByByteEndTheConnection() {
        for (int second = 0; second < 19; second++) {
            send(GET.substring(second, second + 1));
            wait(1);
            assertThat(client.isOpen()).as("after %d s", second).isTrue();
        }
        wait(1);

        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void headersOfASecondRequestMayNotTrickleEither() {
        send(GET);
        wait(100);
        for (int second = 0; second < 20 && client.isOpen(); second++) {
            send(GET.substring(second, second + 1));
            wait(1);
        }

        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void aBodyThatTricklesEndsTheConnection() {
        send(POST);
        for (int second = 0; second < 20; second++) {
            assertThat(client.isOpen()).as("after %d s", second).isTrue();
            send("x");
            wait(1);
        }

        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void aBodyThatArrivesFastEnoughMayTakeMinutes() {
        send(POST);
        for (int period = 0; period < 8; period++) {
            send("x".repeat(LEAST));
            wait(20);
            assertThat(client.isOpen()).as("period %d", period).isTrue();
        }
        wait(20);

        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void aConnectionWithoutARequestIsEnded() {
        wait(19);
        assertThat(client.isOpen()).isTrue();
        wait(1);
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void aConnectionBetweenTwoRequestsIsKept() {
        send(GET);
        send(GET);
        wait(1000);

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void aClientIsNotSlowWhileTheServerDoesNotRead() {
        client.config().setAutoRead(false);
        send(POST);
        wait(100);

        assertThat(client.isOpen()).isTrue();
        client.read();
        wait(20);
        assertThat(client.isOpen()).isFalse();
    }

    private void send(String text) {
        client.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private void wait(int seconds) {
        client.advanceTimeBy(seconds, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();
    }
}
