package io.genledger.adapter.http;

import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Micronaut's client, made on first use: a run that has nothing to ask does not wait for it. */
final class LazyClient implements AutoCloseable {

    private final HttpSourceSettings settings;
    private final Lock lock = new ReentrantLock();
    private volatile @Nullable BlockingHttpClient client;
    private boolean closed;

    LazyClient(HttpSourceSettings settings) {
        this.settings = settings;
    }

    BlockingHttpClient get() {
        BlockingHttpClient made = client;
        return made != null ? made : make();
    }

    private BlockingHttpClient make() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the source is closed");
            }
            BlockingHttpClient made = client;
            if (made == null) {
                made = HttpClient.create(null, configuration(settings)).toBlocking();
                client = made;
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            BlockingHttpClient made = client;
            if (made != null) {
                made.close();
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
        // One protocol, so that what the tests see is what runs against OpenRouter.
        configuration.setAlpnModes(List.of("http/1.1"));
        configuration
                .getConnectionPoolConfiguration()
                .setMaxConcurrentHttp1Connections(settings.maxConnections());
        return configuration;
    }
}
