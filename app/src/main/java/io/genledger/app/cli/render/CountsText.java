package io.genledger.app.cli.render;

import io.genledger.adapter.http.simulator.RequestCounts;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What the simulator was asked, and how it answered. */
public final class CountsText {

    private CountsText() {}

    /**
     * For people: {@code 12 requests for 10 ids, at most 2 for one; answers: 10 × 200, 2 × 404}.
     */
    public static String sentence(RequestCounts counts) {
        String answers =
                counts.answers().entrySet().stream()
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

    /** For machines. */
    public static ObjectNode json(RequestCounts counts) {
        ObjectNode shape =
                JsonText.object()
                        .put("requests", counts.total())
                        .put("ids", counts.ids())
                        .put("mostForOneId", counts.mostForOneId());
        ObjectNode answers = shape.putObject("answers");
        for (Map.Entry<Integer, Long> answer : counts.answers().entrySet()) {
            answers.put(answer.getKey().toString(), answer.getValue());
        }
        return shape.put("brokenOff", counts.broken()).put("twoAtOnce", counts.clashes());
    }
}
