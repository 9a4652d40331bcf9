package io.genledger.adapter.http.connection;

import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestEncoder;
import java.nio.channels.ClosedChannelException;

/** Adds this package's handlers to each connection of Micronaut's client. Thread-safe. */
public final class ConnectionCustomizer implements NettyClientCustomizer {

    private final int maxBodyBytes;

    /**
     * @param maxBodyBytes the size of the largest accepted response body, in bytes
     */
    public ConnectionCustomizer(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public NettyClientCustomizer specializeForChannel(Channel connection, ChannelRole role) {
        return new NettyClientCustomizer() {
            @Override
            public void onStreamPipelineBuilt() {
                addHandlers(connection.pipeline());
            }

            @Override
            public void onRequestPipelineBuilt() {
                failIfClosed(connection);
            }
        };
    }

    private void addHandlers(ChannelPipeline pipeline) {
        ExchangeState exchange = new ExchangeState();
        pipeline.replace(
                HttpClientCodec.class,
                ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC,
                new CombinedChannelDuplexHandler<>(
                        new ResponseDecoder(exchange), new HttpRequestEncoder()));
        pipeline.addLast(new HttpObjectAggregator(maxBodyBytes));
        pipeline.addLast(new FinalResponseHandler(exchange));
    }

    /**
     * The pool may hand out a connection that is closed before the request is written. Netty does
     * not report the failure of that write, so the client would wait for the response in vain.
     */
    private static void failIfClosed(Channel connection) {
        if (!connection.isActive()) {
            connection
                    .pipeline()
                    .fireExceptionCaught(
                            new StaleConnectionException(new ClosedChannelException()));
        }
    }
}
