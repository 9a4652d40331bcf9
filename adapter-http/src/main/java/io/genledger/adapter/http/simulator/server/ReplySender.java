package io.genledger.adapter.http.simulator.server;

import io.genledger.adapter.http.simulator.counts.Exchange;
import io.genledger.adapter.http.simulator.reply.Delivery;
import io.genledger.adapter.http.simulator.reply.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends one reply on its connection. Delays are scheduled in the connection's event loop, so that
 * no thread waits. Results of writes are ignored except for counting: after a client has closed its
 * connection, nothing is left to do.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ReplySender {

    private final ChannelHandlerContext connection;
    private final Delivery delivery;
    private final Exchange exchange;

    ReplySender(ChannelHandlerContext connection, Delivery delivery, Exchange exchange) {
        this.connection = connection;
        this.delivery = delivery;
        this.exchange = exchange;
    }

    void send() {
        after(delivery.delay(), this::begin);
    }

    private void begin() {
        if (delivery.response().isEmpty()) {
            end();
            return;
        }
        Response response = delivery.response().get();
        if (delivery.isSinglePiece()) {
            writeLast(whole(response));
            return;
        }
        connection.writeAndFlush(head(response));
        int length = Math.min(response.body().length, delivery.atMost());
        if (delivery.perByte().isZero()) {
            write(response.body(), 0, length);
            end();
        } else {
            trickle(response.body(), length, 0);
        }
    }

    private void trickle(byte[] body, int length, int sent) {
        if (sent == length) {
            end();
            return;
        }
        after(
                delivery.perByte(),
                () -> {
                    if (connection.channel().isActive()) {
                        if (sent + 1 == length) {
                            endExchange();
                        }
                        write(body, sent, 1);
                        trickle(body, length, sent + 1);
                    }
                });
    }

    private void write(byte[] body, int from, int length) {
        ByteBuf part = Unpooled.wrappedBuffer(body, from, length);
        connection.writeAndFlush(new DefaultHttpContent(part));
    }

    private void writeLast(HttpObject last) {
        endExchange();
        connection
                .writeAndFlush(last)
                .addListener(written -> {
                    if (!written.isSuccess()) {
                        exchange.lose();
                    }
                });
    }

    private void end() {
        switch (delivery.end()) {
            case COMPLETE -> writeLast(LastHttpContent.EMPTY_LAST_CONTENT);
            case CLOSE -> {
                endExchange();
                connection
                        .writeAndFlush(Unpooled.EMPTY_BUFFER)
                        .addListener(ChannelFutureListener.CLOSE);
            }
            case RESET -> {
                endExchange();
                // With SO_LINGER 0, closing the socket sends RST instead of FIN.
                connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                connection.close();
            }
            case SILENCE -> {}
        }
    }

    private void endExchange() {
        exchange.end(delivery.completeResponse());
    }

    private static DefaultFullHttpResponse whole(Response response) {
        HttpResponse head = head(response);
        return new DefaultFullHttpResponse(
                head.protocolVersion(),
                head.status(),
                Unpooled.wrappedBuffer(response.body()),
                head.headers(),
                EmptyHttpHeaders.INSTANCE);
    }

    private static HttpResponse head(Response response) {
        HttpResponse head =
                new DefaultHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
        response.headers().forEach(head.headers()::set);
        head.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
        return head;
    }

    private void after(Duration delay, Runnable step) {
        if (delay.isZero()) {
            step.run();
        } else {
            connection.executor().schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
