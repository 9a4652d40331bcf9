package io.genledger.adapter.http.simulator.server;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.MetadataRequest;
import io.genledger.adapter.http.simulator.counts.Exchange;
import io.genledger.adapter.http.simulator.counts.RequestTracker;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles the requests of one connection: parses each, passes it to the behaviour and sends the
 * reply. Requests that are malformed or lack a token are refused without the behaviour.
 */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Set<String> PATHS = Set.of("/api/v1/generation", "/generation");
    private static final String BEARER = "Bearer ";

    private final Behaviour behaviour;
    private final RunningTime time;
    private final RequestTracker tracker;
    private final Set<Exchange> underWay = new HashSet<>();

    RequestHandler(Behaviour behaviour, RunningTime time, RequestTracker tracker) {
        this.behaviour = behaviour;
        this.time = time;
        this.tracker = tracker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
        QueryStringDecoder url = new QueryStringDecoder(request.uri());
        Optional<Reply> refusal = refusal(request, url);
        if (refusal.isPresent()) {
            send(connection, tracker.arrivedWithoutId(), refusal.get());
            return;
        }
        String token = token(request.headers().get(HttpHeaderNames.AUTHORIZATION));
        String id = id(url);
        if (id.isEmpty()) {
            send(connection, tracker.arrivedWithoutId(), withoutId(token));
            return;
        }
        Exchange exchange = tracker.arrived(id);
        send(connection, exchange, replyTo(id, token, exchange));
    }

    /** The connection is lost, and with it every reply that was under way. */
    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        underWay.stream().filter(Exchange::isUnderWay).forEach(Exchange::lose);
        underWay.clear();
        connection.fireChannelInactive();
    }

    /** The client has broken the connection, so no reply can be sent. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void exceptionCaught(ChannelHandlerContext connection, Throwable broken) {
        connection.close();
    }

    private void send(ChannelHandlerContext connection, Exchange exchange, Reply reply) {
        underWay.removeIf(earlier -> !earlier.isUnderWay());
        underWay.add(exchange);
        new ReplySender(connection, reply.delivery(), exchange).send();
    }

    private static Optional<Reply> refusal(FullHttpRequest request, QueryStringDecoder url) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(Reply.error(400, "Malformed request").with("connection", "close"));
        }
        try {
            if (!PATHS.contains(url.path())) {
                return Optional.of(Reply.page(404, "<html>Not Found</html>"));
            }
            if (!request.method().equals(HttpMethod.GET)) {
                return Optional.of(Reply.error(405, "Method Not Allowed").with("allow", "GET"));
            }
            url.parameters();
            return Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.of(Reply.error(400, "Malformed URL"));
        }
    }

    private static Reply withoutId(String token) {
        return token.isEmpty() ? withoutToken() : Reply.error(400, "Missing query parameter: id");
    }

    private static Reply withoutToken() {
        return Reply.error(401, "No auth credentials found");
    }

    private Reply replyTo(String id, String token, Exchange exchange) {
        if (token.isEmpty()) {
            return withoutToken();
        }
        Instant now = time.now();
        Duration since = time.since(now);
        try {
            return behaviour.to(
                    new MetadataRequest(id, exchange.nth(), exchange.number(), now, since, token));
        } catch (RuntimeException fault) {
            return Reply.error(500, "The simulator's behaviour failed: " + fault);
        }
    }

    private static String id(QueryStringDecoder url) {
        List<String> ids = url.parameters().getOrDefault("id", List.of());
        return ids.isEmpty() ? "" : ids.get(0);
    }

    private static String token(@Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return "";
        }
        return authorization.substring(BEARER.length()).strip();
    }
}
