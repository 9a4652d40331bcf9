package io.genledger.adapter.http;

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

/** What each status of OpenRouter's generation endpoint means for the one who asked. */
final class Verdict {

    private final String server;
    private final ServerWords words;
    private final InstantSource clock;

    /**
     * @param server how to name the server
     */
    Verdict(String server, ServerWords words, InstantSource clock) {
        this.server = server;
        this.words = words;
        this.clock = clock;
    }

    FetchOutcome on(GenerationId id, HttpAnswer answer) {
        return switch (answer.status()) {
            case 200 -> found(id, answer);
            case 401 -> throw refusal(answer, "does not accept the key: check OPENROUTER_API_KEY");
            case 402 ->
                    throw refusal(answer, "has no credit left for this account: add credits there");
            case 403 ->
                    throw refusal(
                            answer,
                            "does not permit this key to read generations: use one that may");
            case 404 -> unknown(id, answer);
            case 408, 429, 503 -> throw slowDown(answer);
            default -> {
                if (answer.status() >= 400 && answer.status() < 500) {
                    yield rejected(id, answer);
                }
                throw answer.status() / 100 == 3 ? redirected(answer) : unavailable(answer);
            }
        };
    }

    private FetchOutcome found(GenerationId id, HttpAnswer answer) {
        if (!answer.isJson()) {
            throw notOpenRouter(answer);
        }
        if (answer.body().length == 0) {
            throw new SourceUnavailableException(server + " sent an empty answer", null);
        }
        Instant now = clock.instant();
        return new FetchOutcome.Found(new MetadataDocument(Optional.of(id), answer.body(), now));
    }

    /** In another shape it says nothing about a generation: somebody else answered. */
    private FetchOutcome unknown(GenerationId id, HttpAnswer answer) {
        if (!answer.isError()) {
            throw notOpenRouter(answer);
        }
        return new FetchOutcome.NotFound(id, words.of(answer));
    }

    /** The same: a proxy's refusal shall not make anybody give up a generation. */
    private FetchOutcome rejected(GenerationId id, HttpAnswer answer) {
        if (!answer.isError()) {
            throw notOpenRouter(answer);
        }
        return new FetchOutcome.Rejected(id, words.of(answer));
    }

    /** A web page says nothing about the key. */
    private RuntimeException refusal(HttpAnswer answer, String why) {
        return answer.isJson() ? refused(answer, why) : notOpenRouter(answer);
    }

    private SourceRefusedException refused(HttpAnswer answer, String why) {
        return new SourceRefusedException(
                server
                        + " "
                        + why
                        + ". It said: "
                        + words.of(answer)
                        + " ("
                        + answer.status()
                        + ")");
    }

    private SourceUnavailableException slowDown(HttpAnswer answer) {
        Instant now = clock.instant();
        Optional<Duration> pause =
                answer.retryAfter().flatMap(header -> RetryAfter.parse(header, now));
        return SourceUnavailableException.rateLimited(whatItAnswered(answer), pause);
    }

    /** Their side is out of order; one that says for how long asks to be left alone. */
    private SourceUnavailableException unavailable(HttpAnswer answer) {
        return answer.retryAfter().isPresent()
                ? slowDown(answer)
                : new SourceUnavailableException(whatItAnswered(answer), null);
    }

    private String whatItAnswered(HttpAnswer answer) {
        String status = words.status(answer);
        String said = words.of(answer);
        return server + " answered " + status + (said.equals(status) ? "" : ": " + said);
    }

    private SourceUnavailableException notOpenRouter(HttpAnswer answer) {
        String type = answer.contentType().map(words::shown).orElse("an unnamed type");
        String what =
                answer.isJson()
                        ? "without the error that OpenRouter states there"
                        : "with " + type + " instead of JSON";
        return new SourceUnavailableException(
                "%s answered %d %s: a proxy, or a wrong base URL?"
                        .formatted(server, answer.status(), what),
                null);
    }

    private SourceUnavailableException redirected(HttpAnswer answer) {
        String target = answer.location().flatMap(Verdict::host).orElse("somewhere else");
        return new SourceUnavailableException(
                server
                        + " redirects to "
                        + words.shown(target)
                        + ", which is not followed so that the key goes nowhere else",
                null);
    }

    /** The host only: the rest of a redirect may carry secrets. */
    private static Optional<String> host(String location) {
        try {
            return Optional.ofNullable(new URI(location).getHost());
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
