package io.genledger.adapter.http.simulator;

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
 * Carries one reply out on its connection; whatever waits, waits in the event loop's own queue.
 * Whether a write succeeds matters to the counts alone: a client that has hung up misses nothing.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ReplySender {

    private final ChannelHandlerContext connection;
    private final Exchange exchange;
    private final Delivery delivery;

    ReplySender(ChannelHandlerContext connection, Exchange exchange) {
        this.connection = connection;
        this.exchange = exchange;
        this.delivery = exchange.delivery();
    }

    void send() {
        after(delivery.pause(), this::begin);
    }

    private void begin() {
        if (delivery.answer().isEmpty()) {
            end();
            return;
        }
        Answer answer = delivery.answer().get();
        if (delivery.isAtOnce()) {
            writeLast(whole(answer));
            return;
        }
        connection.writeAndFlush(head(answer));
        int length = Math.min(answer.body().length, delivery.atMost());
        if (delivery.perByte().isZero()) {
            write(answer.body(), 0, length);
            end();
        } else {
            trickle(answer.body(), length, 0);
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
                            exchange.last();
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
        exchange.last();
        connection
                .writeAndFlush(last)
                .addListener(written -> {
                    if (!written.isSuccess()) {
                        exchange.lost();
                    }
                });
    }

    private void end() {
        switch (delivery.end()) {
            case COMPLETE -> writeLast(LastHttpContent.EMPTY_LAST_CONTENT);
            case FAREWELL -> {
                exchange.last();
                connection
                        .writeAndFlush(Unpooled.EMPTY_BUFFER)
                        .addListener(ChannelFutureListener.CLOSE);
            }
            case RESET -> {
                exchange.last();
                // Without lingering, closing sends a reset instead of a farewell.
                connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                connection.close();
            }
            case SILENCE -> {}
        }
    }

    private static DefaultFullHttpResponse whole(Answer answer) {
        HttpResponse head = head(answer);
        return new DefaultFullHttpResponse(
                head.protocolVersion(),
                head.status(),
                Unpooled.wrappedBuffer(answer.body()),
                head.headers(),
                EmptyHttpHeaders.INSTANCE);
    }

    private static HttpResponse head(Answer answer) {
        HttpResponse head =
                new DefaultHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        answer.headers().forEach(head.headers()::set);
        head.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        return head;
    }

    private void after(Duration pause, Runnable step) {
        if (pause.isZero()) {
            step.run();
        } else {
            connection.executor().schedule(step, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
