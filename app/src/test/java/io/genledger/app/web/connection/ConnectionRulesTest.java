package io.genledger.app.web.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionRulesTest {

    private final ConnectionRules rules = new ConnectionRules(2, Duration.ofSeconds(1));

    @Test
    void oneConnectionTooManyIsRefusedUntilAnotherEnds() {
        EmbeddedChannel first = connect();
        EmbeddedChannel second = connect();
        EmbeddedChannel third = connect();

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isFalse();
        assertThat(text(third))
                .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                .contains("application/problem+json", "retry-after: 5")
                .endsWith(
                        "{\"status\":503,\"title\":\"Service Unavailable\",\"detail\":\"too many"
                                + " connections are open; try again in a few seconds\"}");

        ChannelFuture unused = first.close();

        assertThat(connect().isOpen()).isTrue();
        assertThat(connect().isOpen()).isFalse();
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.pipeline()
                .addLast(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, new HttpServerCodec());
        rules.specializeForChannel(channel, ChannelRole.CONNECTION).onStreamPipelineBuilt();
        channel.pipeline().fireChannelActive();
        channel.runPendingTasks();
        return channel;
    }

    private static String text(EmbeddedChannel channel) {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(US_ASCII));
            part.release();
        }
        return text.toString();
    }
}
