package io.genledger.adapter.http.simulator;

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
 * One connection: finds out what is asked and asks the behaviour. Requests that make no sense it
 * answers itself.
 */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Set<String> PATHS = Set.of("/api/v1/generation", "/generation");
    private static final String BEARER = "Bearer ";

    private final Behaviour behaviour;
    private final RunningTime time;
    private final RequestCounts counts;
    private final Set<Exchange> onTheirWay = new HashSet<>();

    RequestHandler(Behaviour behaviour, RunningTime time, RequestCounts counts) {
        this.behaviour = behaviour;
        this.time = time;
        this.counts = counts;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
        counts.arrived();
        QueryStringDecoder url = new QueryStringDecoder(request.uri());
        Optional<Reply> refusal = refusal(request, url);
        if (refusal.isPresent()) {
            send(connection, Optional.empty(), refusal.get());
            return;
        }
        String token = token(request.headers().get(HttpHeaderNames.AUTHORIZATION));
        String id = id(url);
        if (id.isEmpty()) {
            send(connection, Optional.empty(), withoutId(token));
            return;
        }
        RequestCounts.Ticket ticket = counts.askedFor(id);
        send(connection, Optional.of(ticket), replyTo(id, token, ticket));
    }

    /** Nobody waits for these answers any more. */
    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        onTheirWay.stream().filter(Exchange::isOnItsWay).forEach(Exchange::lost);
        onTheirWay.clear();
        connection.fireChannelInactive();
    }

    /** Whoever hung up in the middle does not want to be answered. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void exceptionCaught(ChannelHandlerContext connection, Throwable broken) {
        connection.close();
    }

    private void send(
            ChannelHandlerContext connection, Optional<RequestCounts.Ticket> ticket, Reply reply) {
        onTheirWay.removeIf(earlier -> !earlier.isOnItsWay());
        Exchange exchange = new Exchange(counts, ticket, reply.delivery());
        onTheirWay.add(exchange);
        new ReplySender(connection, exchange).send();
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

    private Reply replyTo(String id, String token, RequestCounts.Ticket ticket) {
        if (token.isEmpty()) {
            return withoutToken();
        }
        Instant now = time.now();
        Duration since = time.since(now);
        try {
            return behaviour.to(
                    new MetadataRequest(id, ticket.nth(), ticket.number(), now, since, token));
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
