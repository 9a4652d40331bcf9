package io.genledger.app.web.connection;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose request arrives too slowly (slow loris): its headers are to be complete
 * within a period, and of its body some bytes are to arrive in each. A connection between two
 * requests is not ended.
 */
final class RequestPace extends ChannelDuplexHandler {

    private final Duration period;
    private final int leastBytes;

    /** The check at the end of the period; null while no request arrives. */
    private @Nullable Future<?> check;

    /** Whether the headers are complete. */
    private boolean isBody;

    private int bytes;

    /** Whether the server wants to read: while it does not, the client is not slow. */
    private boolean isReading = true;

    /** Whether a part of a request became complete since the last read began. */
    private boolean isProgress;

    /**
     * @param leastBytes the bytes of a body that are to arrive in each period
     */
    RequestPace(Duration period, int leastBytes) {
        this.period = period;
        this.leastBytes = leastBytes;
    }

    /** The first request is to arrive as soon as the connection is open. */
    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        isProgress = true;
        if (message instanceof HttpRequest) {
            begin(context);
            isBody = true;
        }
        if (message instanceof ByteBufHolder part) {
            bytes += part.content().readableBytes();
        }
        if (message instanceof LastHttpContent) {
            end();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!isProgress && check == null) {
            // Bytes arrived that are not a whole request line with headers.
            begin(context);
        }
        isProgress = false;
        isReading = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void read(ChannelHandlerContext context) {
        isReading = true;
        context.read();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        end();
        bytes = 0;
        check =
                context.executor()
                        .schedule(() -> check(context), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void check(ChannelHandlerContext context) {
        boolean isSlow = isReading && !(isBody && bytes >= leastBytes);
        if (isSlow) {
            ChannelFuture unused = context.close();
        } else {
            boolean wasBody = isBody;
            begin(context);
            isBody = wasBody;
        }
    }

    private void end() {
        isBody = false;
        if (check != null) {
            check.cancel(false);
            check = null;
        }
    }
}
