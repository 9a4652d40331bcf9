package io.genledger.adapter.http.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Carries a reply out on its connection; whatever waits, waits in the event loop's own queue.
 * Nobody looks whether a write succeeds: a client that has hung up misses nothing.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ReplySender {

    private ReplySender() {}

    static void send(ChannelHandlerContext connection, Reply reply) {
        switch (reply) {
            case Answer answer -> whole(connection, answer);
            case Reply.Late late ->
                    in(late.pause(), connection, () -> send(connection, late.reply()));
            case Reply.Truncated truncated -> truncated(connection, truncated);
            case Reply.Trickling trickling -> {
                connection.writeAndFlush(head(trickling.answer()));
                trickle(connection, trickling, 0);
            }
            case Reply.Reset reset -> reset(connection);
            case Reply.Silence silence -> {}
        }
    }

    private static void whole(ChannelHandlerContext connection, Answer answer) {
        HttpResponse head = head(answer);
        connection.writeAndFlush(
                new DefaultFullHttpResponse(
                        head.protocolVersion(),
                        head.status(),
                        Unpooled.wrappedBuffer(answer.body()),
                        head.headers(),
                        LastHttpContent.EMPTY_LAST_CONTENT.trailingHeaders()));
    }

    private static void truncated(ChannelHandlerContext connection, Reply.Truncated truncated) {
        byte[] body = truncated.answer().body();
        ByteBuf part = Unpooled.wrappedBuffer(body, 0, Math.min(truncated.bytes(), body.length));
        connection.write(head(truncated.answer()));
        connection
                .writeAndFlush(new DefaultHttpContent(part))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static void trickle(
            ChannelHandlerContext connection, Reply.Trickling trickling, int sent) {
        byte[] body = trickling.answer().body();
        if (!connection.channel().isActive()) {
            return;
        }
        if (sent == body.length) {
            connection.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        in(
                trickling.pause(),
                connection,
                () -> {
                    ByteBuf next = Unpooled.wrappedBuffer(body, sent, 1);
                    connection.writeAndFlush(new DefaultHttpContent(next));
                    trickle(connection, trickling, sent + 1);
                });
    }

    /** Without lingering, closing sends a reset instead of a farewell. */
    private static void reset(ChannelHandlerContext connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        connection.close();
    }

    private static HttpResponse head(Answer answer) {
        HttpResponse head =
                new DefaultHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
        answer.headers().forEach(head.headers()::set);
        head.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        return head;
    }

    private static void in(Duration pause, ChannelHandlerContext connection, Runnable step) {
        connection.executor().schedule(step, pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
