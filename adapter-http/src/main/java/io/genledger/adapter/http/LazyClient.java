package io.genledger.adapter.http;

import io.micronaut.http.client.BlockingHttpClient;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Micronaut's HTTP client, created on first use, so that a run without requests starts faster. */
final class LazyClient implements AutoCloseable {

    private final HttpSourceSettings settings;
    private final boolean reuse;
    private final Lock lock = new ReentrantLock();
    private volatile @Nullable BlockingHttpClient client;
    private boolean closed;

    /**
     * @param reuse whether connections are kept for later requests
     */
    LazyClient(HttpSourceSettings settings, boolean reuse) {
        this.settings = settings;
        this.reuse = reuse;
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
                existing = ClientFactory.create(settings, reuse);
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
}
