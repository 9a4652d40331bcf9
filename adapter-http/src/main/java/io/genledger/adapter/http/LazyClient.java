package io.genledger.adapter.http;

import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Micronaut's HTTP client, created on first use, so that a run without requests starts faster. */
final class LazyClient implements AutoCloseable {

    private final HttpSourceSettings settings;
    private final Lock lock = new ReentrantLock();
    private volatile @Nullable BlockingHttpClient client;
    private boolean closed;

    LazyClient(HttpSourceSettings settings) {
        this.settings = settings;
    }

    BlockingHttpClient get() {
        BlockingHttpClient existing = client;
        return existing != null ? existing : create();
    }

    private BlockingHttpClient create() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the source is closed");
            }
            BlockingHttpClient existing = client;
            if (existing == null) {
                existing = HttpClient.create(null, configuration(settings)).toBlocking();
                client = existing;
            }
            return existing;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            BlockingHttpClient existing = client;
            if (existing != null) {
                existing.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private static HttpClientConfiguration configuration(HttpSourceSettings settings) {
        HttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(settings.connectTimeout());
        configuration.setReadTimeout(settings.readTimeout());
        configuration.setRequestTimeout(settings.requestTimeout());
        configuration.setMaxContentLength(settings.maxBodyBytes());
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        // HTTP/1.1 only, so that tests against the simulator use the same protocol as OpenRouter.
        configuration.setAlpnModes(List.of("http/1.1"));
        configuration
                .getConnectionPoolConfiguration()
                .setMaxConcurrentHttp1Connections(settings.maxConnections());
        return configuration;
    }
}
