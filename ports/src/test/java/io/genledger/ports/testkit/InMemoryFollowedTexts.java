package io.genledger.ports.testkit;

import io.genledger.ports.FollowedTexts;
import io.genledger.ports.TextPosition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers as long as the object lasts. */
public final class InMemoryFollowedTexts implements FollowedTexts {

    private final Map<String, TextPosition> positions = new ConcurrentHashMap<>();

    @Override
    public Optional<TextPosition> find(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public void note(TextPosition position) {
        positions.put(position.name(), position);
    }
}
