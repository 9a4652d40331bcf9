package io.genledger.adapter.http.connection;

import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpObjectAggregator;

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
                addHandlers(connection);
            }
        };
    }

    private void addHandlers(Channel connection) {
        ExchangeState exchange = new ExchangeState();
        connection
                .pipeline()
                .addBefore(
                        ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC,
                        "surplus-bytes",
                        new SurplusBytesHandler(exchange))
                .addLast(new HttpObjectAggregator(maxBodyBytes))
                .addLast(new FinalResponseHandler(exchange));
    }
}
