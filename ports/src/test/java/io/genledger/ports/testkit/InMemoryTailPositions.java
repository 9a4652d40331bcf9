package io.genledger.ports.testkit;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Positions in memory. */
public final class InMemoryTailPositions implements TailPositions {

    private final Map<String, TailPosition> positions = new ConcurrentHashMap<>();

    @Override
    public Optional<TailPosition> find(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public void save(TailPosition position) {
        positions.put(position.name(), position);
    }
}
