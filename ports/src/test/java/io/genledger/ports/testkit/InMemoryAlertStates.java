package io.genledger.ports.testkit;

import io.genledger.ports.alert.AlertStates;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The states of alerts in memory. */
public final class InMemoryAlertStates implements AlertStates {

    private final Set<String> firing = new HashSet<>();
    private final Map<String, Instant> claimed = new HashMap<>();

    /** States of a new ledger. */
    public InMemoryAlertStates() {}

    @Override
    public synchronized boolean claim(String rule, boolean fires, Instant now, Duration lease) {
        boolean held = now.isBefore(claimed.getOrDefault(rule, Instant.MIN));
        if (held || fires == firing.contains(rule)) {
            return false;
        }
        claimed.put(rule, now.plus(lease));
        return true;
    }

    @Override
    public synchronized void settle(String rule, boolean fires) {
        claimed.remove(rule);
        if (fires) {
            firing.add(rule);
        } else {
            firing.remove(rule);
        }
    }
}
