package io.genledger.adapter.http;

import io.genledger.adapter.http.proxy.ProxyChoice;
import io.genledger.adapter.http.proxy.ProxySettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The server and the limits of an HTTP source. Values out of range are refused, not corrected.
 *
 * @param base the base URL of the API, {@code https://openrouter.ai/api/v1} or one of a compatible
 *     server; plain {@code http} to this machine only
 * @param connectTimeout the longest time until a connection is accepted, 1 ms to 1 h
 * @param readTimeout the longest silence of the server, 1 ms to 1 h
 * @param requestTimeout the longest time of a whole request, including the wait for a free
 *     connection, 1 ms to 1 h; a request that is sent again because the server had closed its
 *     connection has this time once more
 * @param maxBodyBytes the size of the largest accepted response body, 1 byte to 64 MiB
 * @param maxConnections the most concurrent requests, 1 to 1024
 * @param idleTimeout the time after which an unused connection is closed, 1 ms to 1 h; shorter than
 *     the limits of usual servers, which would otherwise close it under a request
 * @param connectionAge the age at which a connection is closed, after its request if there is one,
 *     1 ms to 1 h; so that a change of the server's addresses is noticed
 * @param proxy the proxy through which the server is reached; empty for a direct connection
 */
public record HttpSourceSettings(
        URI base,
        Duration connectTimeout,
        Duration readTimeout,
        Duration requestTimeout,
        int maxBodyBytes,
        int maxConnections,
        Duration idleTimeout,
        Duration connectionAge,
        Optional<ProxySettings> proxy) {

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
                    64,
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Optional.empty());

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
        checkLimit("idle timeout", idleTimeout);
        checkLimit("connection age", connectionAge);
    }

    /** The same limits for another base URL. */
    public HttpSourceSettings withBase(URI other) {
        return with(other, maxConnections, proxy);
    }

    /** The same settings with another number of connections. */
    public HttpSourceSettings withMaxConnections(int other) {
        return with(base, other, proxy);
    }

    /** The same settings with this proxy, also for a server on this machine. */
    public HttpSourceSettings withProxy(ProxySettings other) {
        return with(base, maxConnections, Optional.of(other));
    }

    /**
     * The same settings with the proxy that {@code choice} names for the base URL. A server on this
     * machine is reached directly: a proxy would look for it on its own machine.
     *
     * @throws IllegalArgumentException if the chosen variable is malformed; the message names it
     */
    public HttpSourceSettings withProxyOf(ProxyChoice choice) {
        return with(
                base,
                maxConnections,
                BaseUrl.isLoopback(base) ? Optional.empty() : choice.of(base));
    }

    private HttpSourceSettings with(URI server, int connections, Optional<ProxySettings> through) {
        return new HttpSourceSettings(
                server,
                connectTimeout,
                readTimeout,
                requestTimeout,
                maxBodyBytes,
                connections,
                idleTimeout,
                connectionAge,
                through);
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
