package io.genledger.adapter.http.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers one final response for each request. Informational responses (1xx) are dropped, because
 * the final one follows them (RFC 9110 §15.2). A connection that must not be reused is marked by
 * {@code Connection: close} in its last response, so that the client does not pool it.
 *
 * <p>A response is held until all bytes that were received with it are parsed: the client may send
 * its next request as soon as the response is delivered, and would take a second response among
 * those bytes for the next one.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class FinalResponseHandler extends ChannelDuplexHandler {

    private final ExchangeState exchange;
    private @Nullable FullHttpResponse held;

    FinalResponseHandler(ExchangeState exchange) {
        this.exchange = exchange;
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest request && connection.channel().isActive()) {
            exchange.begin(requestedId(request.uri()));
        }
        connection.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (!exchange.isUnderWay()) {
            ReferenceCountUtil.release(message);
            return;
        }
        FullHttpResponse response = (FullHttpResponse) message;
        if (response.decoderResult().isFailure()) {
            response.release();
            exceptionCaught(connection, response.decoderResult().cause());
        } else if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            response.release();
            exceptionCaught(connection, new CorruptedFrameException("101 was not requested"));
        } else if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            response.release();
        } else {
            exchange.complete();
            held = response;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext connection) {
        deliver(connection);
        connection.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        deliver(connection);
        if (exchange.isStale()) {
            exceptionCaught(connection, new ClosedChannelException());
        }
        connection.fireChannelInactive();
    }

    /**
     * Reports the first failure of a request, and closes the connection. Later ones have no
     * request: they are faults of the bytes that were still under way.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
        if (held != null) {
            exchange.addSurplus();
            return;
        }
        if (failure instanceof StaleConnectionException) {
            connection.fireExceptionCaught(failure);
        } else if (exchange.isUnderWay()) {
            boolean stale = exchange.isStale() && failure instanceof IOException;
            exchange.end();
            connection.fireExceptionCaught(stale ? new StaleConnectionException(failure) : failure);
        }
        connection.close();
    }

    private void deliver(ChannelHandlerContext connection) {
        FullHttpResponse response = held;
        if (response == null) {
            return;
        }
        held = null;
        if (!exchange.permitsReuse(response.content().toString(StandardCharsets.ISO_8859_1))) {
            HttpUtil.setKeepAlive(response, false);
        }
        exchange.end();
        connection.fireChannelRead(response);
    }

    private static String requestedId(String url) {
        List<String> ids = new QueryStringDecoder(url).parameters().getOrDefault("id", List.of());
        return ids.isEmpty() ? "" : ids.get(0);
    }
}
