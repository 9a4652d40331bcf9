package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.Behaviour;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.render.JsonText;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.domain.generation.GenerationId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code simulate} serves.
 *
 * @param count how many generations
 * @param spend what they cost, where that is known
 * @param isDataElsewhere whether standard output is taken by the ids
 */
record SimulatedRecords(
        Behaviour serving, long count, Optional<GeneratedSpend> spend, boolean isDataElsewhere) {

    static SimulatedRecords of(Map<GenerationId, byte[]> documents) {
        return new SimulatedRecords(
                SimulateCommand.serving(documents), documents.size(), Optional.empty(), false);
    }

    /** Says where they are served. */
    void announce(GenledgerCommand program, URI baseUri) {
        if (program.printsJson()) {
            ObjectNode shape =
                    JsonText.object().put("baseUrl", baseUri.toString()).put("generations", count);
            spend.ifPresent(sum ->
                    shape.put("spend", sum.known().toString()).put("unknownSpend", sum.unknown()));
            program.print(shape);
            return;
        }
        String sentence =
                "Playing OpenRouter at %s with %,d generations%s; Ctrl-C ends it."
                        .formatted(
                                Sanitized.of(baseUri.toString()),
                                count,
                                spend.map(sum -> " that cost " + sum.inWords()).orElse(""));
        if (isDataElsewhere) {
            program.note(sentence);
        } else {
            program.print(sentence);
        }
    }
}
