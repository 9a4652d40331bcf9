package io.genledger.adapter.http;

import java.net.URI;
import java.time.Duration;

/**
 * The server and the limits of an HTTP source. Values out of range are refused, not corrected.
 *
 * @param base the base URL of the API, {@code https://openrouter.ai/api/v1} or one of a compatible
 *     server; plain {@code http} to this machine only
 * @param connectTimeout the longest time until a connection is accepted, 1 ms to 1 h
 * @param readTimeout the longest silence of the server, 1 ms to 1 h
 * @param requestTimeout the longest time of a whole request, including the wait for a free
 *     connection, 1 ms to 1 h
 * @param maxBodyBytes the size of the largest accepted response body, 1 byte to 64 MiB
 * @param maxConnections the most concurrent requests, 1 to 1024
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

    /** OpenRouter's base URL. */
    public static final URI OPENROUTER = URI.create("https://openrouter.ai/api/v1");

    /** OpenRouter with limits that suit a record of a few kilobytes. */
    public static final HttpSourceSettings DEFAULT =
            new HttpSourceSettings(
                    OPENROUTER,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    1 << 20,
                    64);

    /**
     * @throws IllegalArgumentException if the base URL is not {@code https://HOST[:PORT][/PATH]},
     *     if it would send the key over a network in clear, or if a limit is out of its range
     */
    public HttpSourceSettings {
        BaseUrl.check(base);
        checkLimit("connect timeout", connectTimeout);
        checkLimit("read timeout", readTimeout);
        checkLimit("request timeout", requestTimeout);
        checkLimit("body bytes", maxBodyBytes, MOST_BYTES);
        checkLimit("connections", maxConnections, MOST_CONNECTIONS);
    }

    /** The same limits for another base URL. */
    public HttpSourceSettings withBase(URI other) {
        return new HttpSourceSettings(
                other, connectTimeout, readTimeout, requestTimeout, maxBodyBytes, maxConnections);
    }

    /** The same settings with another number of connections. */
    public HttpSourceSettings withMaxConnections(int other) {
        return new HttpSourceSettings(
                base, connectTimeout, readTimeout, requestTimeout, maxBodyBytes, other);
    }

    private static void checkLimit(String name, Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": expected 1 ms to 1 h, found " + limit);
        }
    }

    private static void checkLimit(String name, int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException(
                    name + ": expected 1 to " + most + ", found " + limit);
        }
    }
}
