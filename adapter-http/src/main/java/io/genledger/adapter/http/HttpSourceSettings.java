package io.genledger.adapter.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where to ask and how long to wait. What makes no sense is refused, not repaired.
 *
 * @param base where the API begins, {@code https://openrouter.ai/api/v1} or another that speaks the
 *     same; plain {@code http} to this machine only
 * @param connectTimeout how long a connection may take to be accepted
 * @param readTimeout how long a server may be silent
 * @param requestTimeout how long a request may take in all, waiting for a connection included
 * @param maxBodyBytes the longest answer that is read
 * @param maxConnections how many requests may be on their way at once
 */
public record HttpSourceSettings(
        URI base,
        Duration connectTimeout,
        Duration readTimeout,
        Duration requestTimeout,
        int maxBodyBytes,
        int maxConnections) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_CONNECTIONS = 1024;

    /** OpenRouter itself. */
    public static final URI OPENROUTER = URI.create("https://openrouter.ai/api/v1");

    /** OpenRouter, with time limits fit for a record of a few kilobytes. */
    public static final HttpSourceSettings DEFAULT =
            new HttpSourceSettings(
                    OPENROUTER,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    1 << 20,
                    64);

    /**
     * @throws IllegalArgumentException if the base is no absolute http(s) URL of a host and a path,
     *     if it would carry the key across a network in clear, or if a limit is out of its range
     */
    public HttpSourceSettings {
        BaseUrl.check(base);
        checkLimit("connect timeout", connectTimeout);
        checkLimit("read timeout", readTimeout);
        checkLimit("request timeout", requestTimeout);
        checkLimit("body bytes", maxBodyBytes, MOST_BYTES);
        checkLimit("connections", maxConnections, MOST_CONNECTIONS);
    }

    /** The same limits at another address. */
    public HttpSourceSettings withBase(URI other) {
        return new HttpSourceSettings(
                other, connectTimeout, readTimeout, requestTimeout, maxBodyBytes, maxConnections);
    }

    /** The same with more or fewer connections. */
    public HttpSourceSettings withMaxConnections(int other) {
        return new HttpSourceSettings(
                base, connectTimeout, readTimeout, requestTimeout, maxBodyBytes, other);
    }

    private static void checkLimit(String what, Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " is 1 ms to 1 h, not " + limit);
        }
    }

    private static void checkLimit(String what, int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException(what + " are 1 to " + most + ", not " + limit);
        }
    }
}
