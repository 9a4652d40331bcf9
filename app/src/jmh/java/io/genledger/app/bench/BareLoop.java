package io.genledger.app.bench;

import io.genledger.domain.generation.GenerationId;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for one id after the other on so many virtual threads, and throws the bodies away. */
final class BareLoop implements AutoCloseable {

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    private final URI base;
    private final int concurrency;
    private final BlockingHttpClient client;

    BareLoop(URI base, int concurrency) {
        this.base = base;
        this.concurrency = concurrency;
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(Duration.ofSeconds(10));
        configuration.setRequestTimeout(Duration.ofSeconds(20));
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setAlpnModes(List.of("http/1.1"));
        configuration
                .getConnectionPoolConfiguration()
                .setMaxConcurrentHttp1Connections(concurrency);
        this.client = HttpClient.create(null, configuration).toBlocking();
    }

    void ask(List<GenerationId> ids) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            threads.add(
                    Thread.startVirtualThread(() -> {
                        for (int n = next.getAndIncrement();
                                n < ids.size();
                                n = next.getAndIncrement()) {
                            if (ask(ids.get(n)) == 200) {
                                good.incrementAndGet();
                            }
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (good.get() != ids.size()) {
            throw new IllegalStateException(good + " of " + ids.size() + " answered well");
        }
    }

    private int ask(GenerationId id) {
        return client.exchange(
                        HttpRequest.GET(base + "/generation?id=" + id)
                                .header("Authorization", "Bearer any")
                                .header("Accept", "application/json"),
                        BYTES,
                        BYTES)
                .code();
    }

    @Override
    public void close() {
        client.close();
    }
}
