package io.genledger.adapter.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Drops bytes that arrive while no response is awaited, and closes the connection: the next
 * response would otherwise begin with them.
 */
final class SurplusBytesHandler extends ChannelInboundHandlerAdapter {

    private final ExchangeState exchange;

    SurplusBytesHandler(ExchangeState exchange) {
        this.exchange = exchange;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        if (exchange.awaitsBytes()) {
            exchange.start();
            connection.fireChannelRead(bytes);
            return;
        }
        ReferenceCountUtil.release(bytes);
        if (exchange.isUnderWay()) {
            exchange.addSurplus();
        } else {
            connection.close();
        }
    }
}
