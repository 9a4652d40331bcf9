package io.genledger.adapter.http;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceUnavailableException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.netty.channel.Channel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Asks OpenRouter for a generation's metadata: one request, no retry, no redirect, no longer than
 * the settings allow. The calling thread waits; let it be a virtual one.
 */
public final class HttpGenerationSource implements GenerationSource, AutoCloseable {

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    /** Where Micronaut's client keeps the connection it chose for a request. */
    private static final String CONNECTION = "netty_channel";

    private static final String USER_AGENT = "genledger/" + version();

    private final ApiKey key;
    private final BaseUrl base;
    private final LazyClient client;
    private final Outage outage;
    private final Verdict verdict;

    /**
     * Opens no connection and starts no thread before the first question.
     *
     * @param clock says when a document was received
     */
    public HttpGenerationSource(ApiKey key, HttpSourceSettings settings, InstantSource clock) {
        this.key = key;
        this.base = new BaseUrl(settings.base());
        this.client = new LazyClient(settings);
        ServerWords words = new ServerWords(key);
        this.outage = new Outage(base.hostAndPort(), settings, words);
        this.verdict = new Verdict(base.hostAndPort(), words, clock);
    }

    /**
     * Asks once. An interrupt ends the waiting and stays set.
     *
     * @throws SourceUnavailableException if there was no answer, none in time, or none from
     *     OpenRouter; the message names the server and never the key
     */
    @Override
    public FetchOutcome fetch(GenerationId id) {
        return verdict.on(id, answerTo(question(id)));
    }

    /** Drops the connections; a source that was closed answers no more. */
    @Override
    public void close() {
        client.close();
    }

    /** As the jar's manifest has it; classes that lie in a folder have none. */
    private static String version() {
        Package here = HttpGenerationSource.class.getPackage();
        return Objects.requireNonNullElse(here.getImplementationVersion(), "dev");
    }

    private HttpRequest<?> question(GenerationId id) {
        return HttpRequest.GET(base.generation(id))
                .header(HttpHeaders.AUTHORIZATION, key.authorization())
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.USER_AGENT, USER_AGENT);
    }

    private HttpAnswer answerTo(HttpRequest<?> question) {
        long start = System.nanoTime();
        try {
            return new HttpAnswer(client.get().exchange(question, BYTES, BYTES));
        } catch (RuntimeException failure) {
            hangUp(question);
            throw outage.after(Duration.ofNanos(System.nanoTime() - start), failure);
        }
    }

    /**
     * Nobody listens to this answer any more. Micronaut would read it to its end all the same, and
     * a server that sends a byte now and then would keep the connection from others for ever.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void hangUp(HttpRequest<?> question) {
        question.getAttribute(CONNECTION, Channel.class).ifPresent(Channel::close);
    }
}
