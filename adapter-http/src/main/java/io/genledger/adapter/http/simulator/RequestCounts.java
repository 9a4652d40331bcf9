package io.genledger.adapter.http.simulator;

import io.genledger.adapter.http.simulator.chance.Draw;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the simulator was asked and how it answered, while it runs and after. A request is on its
 * way from its arrival until the last of its answer is handed to the socket, or its connection is
 * lost; two of one id at that time are counted as a clash.
 */
public final class RequestCounts {

    private static final int STATUSES = 1000;
    private static final int CLASHES_NAMED = 100;

    private final LongAdder total = new LongAdder();
    private final AtomicLong forIds = new AtomicLong();
    private final IdTallies byId = new IdTallies();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicLongArray answers = new AtomicLongArray(STATUSES);
    private final LongAdder broken = new LongAdder();
    private final LongAdder clashes = new LongAdder();
    private final Set<String> clashed = ConcurrentHashMap.newKeySet();

    RequestCounts() {}

    /** How many requests have come, for whatever path. */
    public long total() {
        return total.sum();
    }

    /** How many requests have asked for this id, whatever they were answered. */
    public int of(String id) {
        return byId.of(Draw.hash(id)).requests();
    }

    /** How many requests for this id are on their way at this moment. */
    public int onTheirWay(String id) {
        return byId.of(Draw.hash(id)).onTheirWay();
    }

    /** How many ids have been asked for. */
    public int ids() {
        return byId.ids();
    }

    /** How many requests the id had that had the most. */
    public int mostForOneId() {
        return most.get();
    }

    /** Complete answers by status, counted when the last of them is handed to the socket. */
    public SortedMap<Integer, Long> answers() {
        SortedMap<Integer, Long> byStatus = new TreeMap<>();
        for (int status = 0; status < STATUSES; status++) {
            if (answers.get(status) > 0) {
                byStatus.put(status, answers.get(status));
            }
        }
        return byStatus;
    }

    /**
     * Replies that were no complete answer: reset, cut short, or left by a client that hung up.
     * Silence is counted when the connection ends.
     */
    public long broken() {
        return broken.sum();
    }

    /**
     * How many requests came while another for the same id was on its way. A client that hangs up
     * and asks again at once may be counted, because its farewell can be the slower one.
     */
    public long clashes() {
        return clashes.sum();
    }

    /** The first hundred ids that clashed. */
    public Set<String> clashedIds() {
        return Set.copyOf(clashed);
    }

    /** One more request has come, for whatever path. */
    void arrived() {
        total.increment();
    }

    /** One more request for an id has come. */
    Ticket askedFor(String id) {
        long hash = Draw.hash(id);
        IdTallies.Tally tally = byId.arrived(hash);
        if (tally.requests() > most.get()) {
            most.accumulateAndGet(tally.requests(), Math::max);
        }
        if (tally.onTheirWay() > 1) {
            clashes.increment();
            if (clashed.size() < CLASHES_NAMED) {
                clashed.add(id);
            }
        }
        return new Ticket(hash, tally.requests(), forIds.incrementAndGet());
    }

    /** The request is on its way no more. */
    void done(Ticket ticket) {
        byId.done(ticket.hash());
    }

    /** One more was answered. */
    void answered(int status) {
        answers.incrementAndGet(status);
    }

    /** What was counted as answered did not get out. */
    void notAnswered(int status) {
        answers.decrementAndGet(status);
    }

    /** One more got no complete answer. */
    void brokenOff() {
        broken.increment();
    }

    /**
     * A request that is on its way.
     *
     * @param hash stands for its id
     * @param nth which one for its id
     * @param number which one of all that ask for an id
     */
    record Ticket(long hash, int nth, long number) {}
}
