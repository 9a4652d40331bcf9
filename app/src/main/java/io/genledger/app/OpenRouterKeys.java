package io.genledger.app;

import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.app.key.AccountKey;
import io.genledger.ports.source.AccountSource;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * OpenRouter as the keys of a process reach it, each with connections and a rate limit of its own.
 */
public final class OpenRouterKeys implements AutoCloseable {

    private final List<HttpGenerationSource> connected = new ArrayList<>();
    private final List<AccountSource> sources = new ArrayList<>();

    /**
     * Opens no connection before the first fetch.
     *
     * @param keys at least one
     * @param rateLimit makes the rate limit of each key
     * @param variables the value of an environment variable, for the proxy; empty if it is not set
     *     or blank
     * @param clock gives the time at which a document was received
     * @throws IllegalArgumentException if a key or the proxy is malformed; the message names the
     *     place and omits the value
     */
    public OpenRouterKeys(
            OpenRouterAccess.Endpoint endpoint,
            List<AccountKey> keys,
            Supplier<RateLimiter> rateLimit,
            Function<String, Optional<String>> variables,
            InstantSource clock) {
        for (AccountKey key : keys) {
            HttpGenerationSource source = endpoint.with(key).throughProxy(variables).connect(clock);
            connected.add(source);
            sources.add(new AccountSource(key.account(), source, rateLimit.get()));
        }
    }

    /** Wraps the source of each key. */
    public void decorate(UnaryOperator<GenerationSource> decoration) {
        sources.replaceAll(each ->
                new AccountSource(
                        each.account(), decoration.apply(each.source()), each.rateLimiter()));
    }

    List<AccountSource> sources() {
        return sources;
    }

    /** Closes all connections; later fetches fail. Idempotent. */
    @Override
    public void close() {
        connected.forEach(HttpGenerationSource::close);
    }
}
