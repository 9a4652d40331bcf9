package io.genledger.adapter.http.simulator.counts;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The requests that the simulator has received and its responses to them; readable at any time,
 * also after the simulator was closed. A request is under way from its arrival until the last byte
 * of its reply is handed to the socket or its connection is lost. Two requests under way for one id
 * are a clash.
 */
public final class RequestCounts {

    private static final int CLASHED_IDS_KEPT = 100;

    private final LongAdder total = new LongAdder();
    private final AtomicLong forIds = new AtomicLong();
    private final ConcurrentMap<String, IdCount> byId = new ConcurrentHashMap<>();
    private final AtomicInteger most = new AtomicInteger();
    private final ConcurrentMap<Integer, Long> responses = new ConcurrentHashMap<>();
    private final LongAdder broken = new LongAdder();
    private final LongAdder clashes = new LongAdder();
    private final Set<String> clashed = ConcurrentHashMap.newKeySet();

    RequestCounts() {}

    /** The number of requests for any path. */
    public long total() {
        return total.sum();
    }

    /** The number of requests for this id, regardless of their response. */
    public int of(String id) {
        return byId.getOrDefault(id, IdCount.NONE).requests();
    }

    /** The number of requests for this id that are under way now. */
    public int underWay(String id) {
        return byId.getOrDefault(id, IdCount.NONE).underWay();
    }

    /** The number of different ids that were requested. */
    public int ids() {
        return byId.size();
    }

    /** The highest number of requests for a single id. */
    public int mostForOneId() {
        return most.get();
    }

    /** The number of complete responses by HTTP status; a copy. */
    public SortedMap<Integer, Long> responses() {
        return new TreeMap<>(responses);
    }

    /**
     * The number of replies that were no complete response: reset, cut short, or lost because the
     * client closed the connection. A silent reply is counted when its connection ends.
     */
    public long broken() {
        return broken.sum();
    }

    /**
     * The number of requests that arrived while another one for the same id was under way. A client
     * that closes its connection and asks again at once can cause one, because the server may
     * notice the new request before the closed connection.
     */
    public long clashes() {
        return clashes.sum();
    }

    /** The first hundred ids that clashed; a copy. */
    public Set<String> clashedIds() {
        return Set.copyOf(clashed);
    }

    void arrived() {
        total.increment();
    }

    IdCount arrivedFor(String id) {
        IdCount count =
                byId.merge(id, IdCount.NONE.plusRequest(), (before, first) -> before.plusRequest());
        most.accumulateAndGet(count.requests(), Math::max);
        if (count.underWay() > 1) {
            clashes.increment();
            if (clashed.size() < CLASHED_IDS_KEPT) {
                clashed.add(id);
            }
        }
        return count;
    }

    long nextNumber() {
        return forIds.incrementAndGet();
    }

    void ended(String id) {
        byId.computeIfPresent(id, (same, count) -> count.minusUnderWay());
    }

    void completed(int status) {
        responses.merge(status, 1L, Long::sum);
    }

    /** Undoes {@link #completed}. */
    void notCompleted(int status) {
        responses.computeIfPresent(status, (same, count) -> count == 1 ? null : count - 1);
    }

    void brokenOff() {
        broken.increment();
    }
}
