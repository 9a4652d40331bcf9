package io.genledger.adapter.http.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A reverse proxy that spoils responses: each fault is chosen at random, from a seed. Its own
 * connections to the server are sound, so every response is the one to its request.
 */
public final class FaultyProxy implements AutoCloseable {

    private final int server;
    private final long seed;
    private final RawServer listener;
    private final AtomicLong offsets = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<Fault, LongAdder> counts = new ConcurrentHashMap<>();

    private FaultyProxy(int server, long seed) {
        this.server = server;
        this.seed = seed;
        this.listener = RawServer.start(this::serve);
    }

    /** A proxy of the server on this port. */
    public static FaultyProxy of(int server, long seed) {
        return new FaultyProxy(server, seed);
    }

    /** The base URL for clients. */
    public URI baseUri() {
        return listener.baseUri();
    }

    /** The number of requests so far. */
    public int requests() {
        return requests.get();
    }

    /** The number of connections of clients so far. */
    public int connections() {
        return listener.connections();
    }

    /** How often each fault was chosen. */
    public Map<Fault, Long> counts() {
        Map<Fault, Long> sorted = new TreeMap<>();
        counts.forEach((fault, count) -> sorted.put(fault, count.sum()));
        return sorted;
    }

    private void serve(RawConnection client, int number) throws IOException {
        Random random = new Random(seed * 1_000_003 + number);
        try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            upstream.setTcpNoDelay(true);
            RawConnection origin = new RawConnection(upstream);
            String last = "";
            while (true) {
                String request = String.join("\r\n", client.head()) + "\r\n\r\n";
                requests.incrementAndGet();
                origin.send(request);
                String response = origin.response();
                Fault fault = Fault.choose(random);
                counts.computeIfAbsent(fault, none -> new LongAdder()).increment();
                int offset = (int) (offsets.getAndIncrement() % response.length());
                if (!fault.send(new Fault.Answer(client, response, last, offset, random))) {
                    return;
                }
                last = response;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
