package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.simulate.SimulationView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

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
    void announce(Console console, URI baseUri) {
        SimulationView view =
                new SimulationView(
                        baseUri,
                        count,
                        spend.map(GeneratedSpend::known),
                        spend.map(GeneratedSpend::unknown));
        if (isDataElsewhere) {
            console.note(text(view));
        } else {
            console.print(view, SimulatedRecords::text);
        }
    }

    private static String text(SimulationView view) {
        return "Simulating OpenRouter at %s with %,d generations%s; Ctrl-C ends it."
                .formatted(
                        Sanitized.of(view.baseUrl().toString()),
                        view.generations(),
                        view.spend().map(sum -> " that cost " + cost(sum, view)).orElse(""));
    }

    private static String cost(UsdAmount sum, SimulationView view) {
        long unknown = view.unknownSpend().orElse(0L);
        return Numbers.dollars(sum)
                + (unknown == 0 ? "" : ", and %,d of unknown spend".formatted(unknown));
    }
}
