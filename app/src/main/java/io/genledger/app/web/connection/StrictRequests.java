package io.genledger.app.web.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Keeps to HTTP/1.1 (RFC 9112 §3.2 and §6) where the server's framework does not: it ignores the
 * host of an absolute URL, takes a body whose chunks are malformed as complete, and sends chunks to
 * clients of HTTP/1.0.
 */
final class StrictRequests extends ChannelDuplexHandler {

    private static final String CODING = "a Transfer-Encoding other than chunked";
    private static final String TARGET = "a target other than the Host header";
    private static final String CHUNK = "malformed chunk";

    private boolean isBroken;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            if (!isFramed(request)) {
                request.setDecoderResult(DecoderResult.failure(new DecoderException(CODING)));
            } else if (!isOfHost(request)) {
                request.setDecoderResult(DecoderResult.failure(new DecoderException(TARGET)));
            }
            context.fireChannelRead(message);
        } else if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
            content.release();
            isBroken = true;
            // The framework logs no failure of this type when the request was answered before.
            context.fireExceptionCaught(new DecompressionException(CHUNK));
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean isFramed(HttpRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.get(0).strip()));
    }

    /** Whether the target of {@code request} is a path, or a URL of its Host header. */
    private static boolean isOfHost(HttpRequest request) {
        String target = request.uri();
        String host = "://" + request.headers().get(HttpHeaderNames.HOST) + "/";
        return target.startsWith("/")
                || target.equals("*")
                || target.startsWith("http" + host)
                || target.startsWith("https" + host);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer
                && answer.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            // The end of the connection ends the body.
            HttpUtil.setTransferEncodingChunked(answer, false);
        }
        if (isBroken && message instanceof LastHttpContent) {
            ChannelFuture unused =
                    context.write(message, promise.unvoid())
                            .addListener(ChannelFutureListener.CLOSE);
        } else {
            ChannelFuture unused = context.write(message, promise);
        }
    }
}
