package io.genledger.adapter.http.simulator;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Who was asked for how often. */
final class RequestCounts {

    private final LongAdder total = new LongAdder();
    private final ConcurrentMap<String, Integer> byId = new ConcurrentHashMap<>();

    /** One more request has come, for whatever path. */
    void arrived() {
        total.increment();
    }

    /** One more request for {@code id}; returns which one that is, from 1. */
    int askedFor(String id) {
        return byId.merge(id, 1, Integer::sum);
    }

    int of(String id) {
        return byId.getOrDefault(id, 0);
    }

    long total() {
        return total.sum();
    }
}
