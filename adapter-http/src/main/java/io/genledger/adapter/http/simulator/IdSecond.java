package io.genledger.adapter.http.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The second in an id, at which its request began. */
final class IdSecond {

    private static final Pattern SHAPE = Pattern.compile("gen-(?:[a-z]+-)?(\\d{10})(?:-.*)?");

    private IdSecond() {}

    /** Empty for the older ids, which carry none. */
    static Optional<Instant> of(String id) {
        Matcher shape = SHAPE.matcher(id);
        return shape.matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(shape.group(1))))
                : Optional.empty();
    }
}
