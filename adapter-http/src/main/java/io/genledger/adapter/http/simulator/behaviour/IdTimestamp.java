package io.genledger.adapter.http.simulator.behaviour;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The second that a generation id contains: the start of its request (OPENROUTER.md §2.2). */
final class IdTimestamp {

    private static final Pattern SHAPE = Pattern.compile("gen-(?:[a-z]+-)?(\\d{10})(?:-.*)?");

    private IdTimestamp() {}

    /** Empty for an id without a second, as older ones are. */
    static Optional<Instant> of(String id) {
        Matcher shape = SHAPE.matcher(id);
        return shape.matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(shape.group(1))))
                : Optional.empty();
    }
}
