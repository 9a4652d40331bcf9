package io.genledger.adapter.http.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is asked and asks the behaviour; requests that make no sense it answers itself.
 */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Set<String> PATHS = Set.of("/api/v1/generation", "/generation");
    private static final String BEARER = "Bearer ";

    private final Behaviour behaviour;
    private final RequestCounts counts;

    RequestHandler(Behaviour behaviour, RequestCounts counts) {
        this.behaviour = behaviour;
        this.counts = counts;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
        counts.arrived();
        ReplySender.send(connection, replyTo(request));
    }

    /** Whoever hung up in the middle does not want to be answered. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void exceptionCaught(ChannelHandlerContext connection, Throwable broken) {
        connection.close();
    }

    private Reply replyTo(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Reply.error(400, "Malformed request").with("connection", "close");
        }
        try {
            QueryStringDecoder url = new QueryStringDecoder(request.uri());
            if (!PATHS.contains(url.path())) {
                return Reply.error(404, "Not Found");
            }
            if (!request.method().equals(HttpMethod.GET)) {
                return Reply.error(405, "Method Not Allowed").with("allow", "GET");
            }
            List<String> ids = url.parameters().getOrDefault("id", List.of());
            String header = request.headers().get(HttpHeaderNames.AUTHORIZATION);
            return replyTo(ids.isEmpty() ? "" : ids.get(0), token(header));
        } catch (IllegalArgumentException malformed) {
            return Reply.error(400, "Malformed URL");
        }
    }

    private Reply replyTo(String id, String token) {
        int nth = id.isEmpty() ? 0 : counts.askedFor(id);
        if (token.isEmpty()) {
            return Reply.error(401, "No auth credentials found");
        }
        if (id.isEmpty()) {
            return Reply.error(400, "Missing query parameter: id");
        }
        try {
            return behaviour.to(new MetadataRequest(id, nth, token));
        } catch (RuntimeException fault) {
            return Reply.error(500, "The simulator's behaviour failed: " + fault);
        }
    }

    private static String token(@Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return "";
        }
        return authorization.substring(BEARER.length()).strip();
    }
}
