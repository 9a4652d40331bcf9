package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.counts.RequestCounts;
import io.genledger.app.cli.render.Numbers;
import java.util.stream.Collectors;

/** The simulator's counts of requests and replies, in a sentence. */
final class CountsText {

    private CountsText() {}

    /** {@code 12 requests for 10 ids, at most 2 for one; answers: 10 × 200, 2 × 404; …}. */
    static String of(RequestCounts counts) {
        String answers =
                counts.responses().entrySet().stream()
                        .map(entry -> Numbers.count(entry.getValue()) + " × " + entry.getKey())
                        .collect(Collectors.joining(", "));
        return "%s requests for %s ids, at most %s for one; answers: %s; broken off: %s; two at once for one id: %s"
                .formatted(
                        Numbers.count(counts.total()),
                        Numbers.count(counts.ids()),
                        Numbers.count(counts.mostForOneId()),
                        answers.isEmpty() ? "none" : answers,
                        Numbers.count(counts.broken()),
                        Numbers.count(counts.clashes()));
    }
}
