package io.genledger.adapter.http;

import io.genledger.adapter.http.connection.NamedIds;
import io.genledger.adapter.http.ratelimit.RetryAfter;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Translates a complete HTTP response into a fetch outcome or an exception, by the status codes of
 * OPENROUTER.md §1.2. A web page of a proxy (§1.3) is an outage at any status, because it states
 * nothing about a generation or a key. So is a 4xx without OpenRouter's error object, except for
 * those that limit the rate; and one that names another id, which belongs to another request.
 */
final class ResponseClassifier {

    private final String server;
    private final ServerMessages messages;
    private final InstantSource clock;

    /**
     * @param server the server's name in messages, {@code host:port}
     */
    ResponseClassifier(String server, ServerMessages messages, InstantSource clock) {
        this.server = server;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @throws SourceRefusedException if OpenRouter refuses the key or the account
     * @throws SourceUnavailableException if the server limits the rate, fails, or is not OpenRouter
     */
    FetchOutcome classify(GenerationId id, HttpReply reply) {
        return switch (reply.status()) {
            case 200 -> found(id, reply);
            case 401 ->
                    throw refused(reply, "does not accept the key: check " + messages.keyPlace());
            case 402 ->
                    throw refused(reply, "has no credits left for this account: add credits there");
            case 403 ->
                    throw refused(
                            reply,
                            "does not permit this key to read generations: use one that may");
            case 404 -> notFound(id, reply);
            case 408, 429, 503 -> throw rateLimited(reply);
            default -> {
                if (reply.status() / 100 == 4) {
                    yield rejected(id, reply);
                }
                throw reply.status() / 100 == 3 ? redirected(reply) : unavailable(reply);
            }
        };
    }

    private FetchOutcome found(GenerationId id, HttpReply reply) {
        if (!reply.isJson()) {
            throw notOpenRouter(reply);
        }
        if (messages.exposesKey(reply.body())) {
            throw new SourceUnavailableException(
                    server
                            + " answered 200 with the API key in the body, which no record"
                            + " contains: check the base URL",
                    null);
        }
        if (reply.body().length == 0) {
            throw new SourceUnavailableException(
                    server + " answered 200 with an empty body instead of a record", null);
        }
        Instant now = clock.instant();
        return new FetchOutcome.Found(new MetadataDocument(Optional.of(id), reply.body(), now));
    }

    private FetchOutcome notFound(GenerationId id, HttpReply reply) {
        requireOpenRouterErrorAbout(id, reply);
        return new FetchOutcome.NotFound(id, messages.messageOrStatus(reply));
    }

    private FetchOutcome rejected(GenerationId id, HttpReply reply) {
        requireOpenRouterErrorAbout(id, reply);
        return new FetchOutcome.Rejected(id, messages.messageOrStatus(reply));
    }

    /**
     * Neither a proxy's error nor the error of another request must end an id, so only OpenRouter's
     * error object counts, and only if it names no other id instead.
     */
    private void requireOpenRouterErrorAbout(GenerationId id, HttpReply reply) {
        if (!reply.isOpenRouterError()) {
            throw notOpenRouter(reply);
        }
        new NamedIds(reply.body())
                .insteadOf(id.value())
                .ifPresent(other -> {
                    throw new SourceUnavailableException(
                            "%s answered %d about %s instead of %s"
                                    .formatted(
                                            server, reply.status(), messages.sanitized(other), id),
                            null);
                });
    }

    private RuntimeException refused(HttpReply reply, String reasonAndAdvice) {
        if (!reply.isOpenRouterError()) {
            return notOpenRouter(reply);
        }
        return new SourceRefusedException(
                "%s %s. The server's message: %s (%d)"
                        .formatted(
                                server,
                                reasonAndAdvice,
                                messages.messageOrStatus(reply),
                                reply.status()));
    }

    private SourceUnavailableException rateLimited(HttpReply reply) {
        Instant now = clock.instant();
        Optional<Duration> pause =
                reply.retryAfter().flatMap(header -> RetryAfter.parse(header, now));
        return SourceUnavailableException.rateLimited(answered(reply), pause);
    }

    /** With {@code Retry-After}, any server fault counts as rate limiting. */
    private SourceUnavailableException unavailable(HttpReply reply) {
        return reply.retryAfter().isPresent()
                ? rateLimited(reply)
                : new SourceUnavailableException(answered(reply), null);
    }

    private String answered(HttpReply reply) {
        return server + " answered " + messages.statusAndMessage(reply);
    }

    private SourceUnavailableException notOpenRouter(HttpReply reply) {
        String type = reply.contentType().map(messages::sanitized).orElse("no content type");
        String difference =
                reply.isJson()
                        ? "without the error object that OpenRouter sends"
                        : "with " + type + " instead of JSON";
        return new SourceUnavailableException(
                "%s answered %d %s; expected OpenRouter: check the base URL and any proxy"
                        .formatted(server, reply.status(), difference),
                null);
    }

    private SourceUnavailableException redirected(HttpReply reply) {
        String target = reply.location().flatMap(ResponseClassifier::host).orElse("another place");
        return new SourceUnavailableException(
                "%s redirects to %s; redirects are not followed, so that the key goes nowhere else:"
                                .formatted(server, messages.sanitized(target))
                        + " check the base URL",
                null);
    }

    /** The host only, because the rest of the URL may contain secrets. */
    private static Optional<String> host(String location) {
        try {
            return Optional.ofNullable(new URI(location).getHost());
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
