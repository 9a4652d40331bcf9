package io.genledger.adapter.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * Parses the bytes of responses, and notices those that belong to none: the next response would
 * otherwise begin with them.
 */
final class ResponseDecoder extends HttpResponseDecoder {

    /** Large security policies and cookies of gateways fit in. */
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    private final ExchangeState exchange;

    ResponseDecoder(ExchangeState exchange) {
        super(new HttpDecoderConfig().setMaxHeaderSize(MAX_HEADER_BYTES));
        this.exchange = exchange;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void channelRead(ChannelHandlerContext connection, Object bytes) throws Exception {
        if (exchange.isUnderWay()) {
            exchange.start();
            super.channelRead(connection, bytes);
        } else {
            ReferenceCountUtil.release(bytes);
            connection.close();
        }
    }

    /** Called until all bytes are parsed, so also for those behind the final response. */
    @Override
    protected void decode(ChannelHandlerContext connection, ByteBuf bytes, List<Object> parsed)
            throws Exception {
        if (exchange.isComplete()) {
            exchange.addSurplus();
            bytes.skipBytes(bytes.readableBytes());
        } else {
            super.decode(connection, bytes, parsed);
        }
    }
}
