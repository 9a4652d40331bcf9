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
 * host of an absolute URL, takes a body whose chunks are malformed as complete, answers in any
 * version that a request names, sends chunks to clients of HTTP/1.0, and ends connections without
 * saying so, so that clients send their next request into a connection that is closed.
 */
final class StrictRequests extends ChannelDuplexHandler {

    private static final String VERSION = "a version other than HTTP/1.0 and HTTP/1.1";
    private static final String CODING = "a Transfer-Encoding other than chunked";
    private static final String TARGET = "a target other than the Host header";
    private static final String CHUNK = "malformed chunk";

    private boolean isBroken;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            if (request.protocolVersion().majorVersion() != 1) {
                request.setProtocolVersion(HttpVersion.HTTP_1_1);
                request.setDecoderResult(DecoderResult.failure(new DecoderException(VERSION)));
            } else if (!isFramed(request)) {
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
        if (message instanceof HttpResponse answer) {
            begin(answer);
        }
        if (isBroken && message instanceof LastHttpContent) {
            ChannelFuture unused =
                    context.write(message, promise.unvoid())
                            .addListener(ChannelFutureListener.CLOSE);
        } else {
            ChannelFuture unused = context.write(message, promise);
        }
    }

    private void begin(HttpResponse answer) {
        // Also the version of a request whose first line could not be read.
        boolean isOld = answer.protocolVersion().equals(HttpVersion.HTTP_1_0);
        if (isOld) {
            // The end of the connection ends the body.
            HttpUtil.setTransferEncodingChunked(answer, false);
        }
        if (isOld || isBroken) {
            answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }
}
