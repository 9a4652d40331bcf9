package io.genledger.adapter.http;

import io.genledger.adapter.http.connection.StaleConnectionException;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.netty.channel.Channel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Fetches generation metadata from OpenRouter over HTTP (OPENROUTER.md §1.1). A fetch is one
 * request within the limits of the settings: it is not retried, and redirects are not followed. If
 * the server had closed the idle connection that the request was sent on, the request is sent once
 * more, on a new connection. A fetch blocks the calling thread, which may be a virtual one.
 * Thread-safe.
 */
public final class HttpGenerationSource implements GenerationSource, AutoCloseable {

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    /** The request attribute in which Micronaut's client keeps the connection of a request. */
    private static final String CONNECTION = "netty_channel";

    private static final String USER_AGENT = "genledger/" + version();

    private final ApiKey key;
    private final BaseUrl base;
    private final LazyClient client;
    private final LazyClient unpooled;
    private final Semaphore permits;
    private final Duration requestTimeout;
    private final ErrorTranslation errors;
    private final ResponseClassifier classifier;

    /**
     * Opens no connection and starts no thread before the first fetch.
     *
     * @param key sent with each request
     * @param settings the server and the limits of a request
     * @param clock gives the time at which a document was received
     */
    public HttpGenerationSource(ApiKey key, HttpSourceSettings settings, InstantSource clock) {
        this.key = key;
        this.base = new BaseUrl(settings.base());
        this.client = new LazyClient(settings, true);
        this.unpooled = new LazyClient(settings, false);
        this.permits = new Semaphore(settings.maxConnections());
        this.requestTimeout = settings.requestTimeout();
        ServerMessages messages = new ServerMessages(key);
        this.errors = new ErrorTranslation(base.hostAndPort(), settings, messages);
        this.classifier = new ResponseClassifier(base.hostAndPort(), messages, clock);
    }

    /**
     * Sends one request. An interrupt of the calling thread ends the wait and stays set.
     *
     * @throws SourceRefusedException if OpenRouter refuses the key or the account
     * @throws SourceUnavailableException if there was no response, none within the limits, or none
     *     from OpenRouter; the message names the server and omits the key
     */
    @Override
    public FetchOutcome fetch(GenerationId id) {
        return classifier.classify(id, exchange(id));
    }

    /** Closes all connections; later fetches fail. Idempotent. */
    @Override
    public void close() {
        client.close();
        unpooled.close();
    }

    /** The version in the jar's manifest; classes outside a jar have none. */
    private static String version() {
        Package here = HttpGenerationSource.class.getPackage();
        return Objects.requireNonNullElse(here.getImplementationVersion(), "dev");
    }

    private HttpRequest<?> request(GenerationId id) {
        return HttpRequest.GET(base.generation(id))
                .header(HttpHeaders.AUTHORIZATION, key.authorization())
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.USER_AGENT, USER_AGENT);
    }

    private HttpReply exchange(GenerationId id) {
        try {
            return exchange(request(id), client);
        } catch (StaleConnectionException closedWhileIdle) {
            return exchange(request(id), unpooled);
        }
    }

    private HttpReply exchange(HttpRequest<?> request, LazyClient sender) {
        long start = System.nanoTime();
        try {
            return send(request, sender);
        } catch (StaleConnectionException closedWhileIdle) {
            throw closedWhileIdle;
        } catch (RuntimeException | InterruptedException failure) {
            closeConnection(request);
            throw errors.translate(Duration.ofNanos(System.nanoTime() - start), failure);
        }
    }

    /**
     * Micronaut's pool has no limit of its own: at its limit it may overlook that a connection was
     * closed, and let the waiting request time out.
     */
    private HttpReply send(HttpRequest<?> request, LazyClient sender) throws InterruptedException {
        if (!permits.tryAcquire(requestTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw ReadTimeoutException.TIMEOUT_EXCEPTION;
        }
        try {
            return new HttpReply(sender.get().exchange(request, BYTES, BYTES));
        } finally {
            permits.release();
        }
    }

    /**
     * Closes the connection of a failed request. Otherwise Micronaut reads the response to its end,
     * so that a server which sends single bytes without end occupies the connection for ever.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void closeConnection(HttpRequest<?> request) {
        request.getAttribute(CONNECTION, Channel.class).ifPresent(Channel::close);
    }
}
