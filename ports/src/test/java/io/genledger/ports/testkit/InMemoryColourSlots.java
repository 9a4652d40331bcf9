package io.genledger.ports.testkit;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.report.ColourSlots;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Colours in memory. */
public final class InMemoryColourSlots implements ColourSlots {

    private final Map<Dimension, Map<String, Integer>> colours = new ConcurrentHashMap<>();

    @Override
    public Map<String, Integer> slots(Dimension dimension) {
        return colours.getOrDefault(dimension, Map.of());
    }

    @Override
    public Map<String, Integer> assign(Dimension dimension, List<String> spending) {
        return colours.merge(
                dimension,
                ColourSlots.assigned(Map.of(), spending),
                (before, fresh) -> ColourSlots.assigned(before, spending));
    }
}
