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
 * The generations that {@code simulate} serves.
 *
 * @param serving the behaviour that serves their documents
 * @param count number of generations
 * @param spend the spend of generated generations; empty for documents
 * @param isDataElsewhere whether standard output holds the ids instead of the answer
 */
record SimulatedRecords(
        Behaviour serving, long count, Optional<GeneratedSpend> spend, boolean isDataElsewhere) {

    static SimulatedRecords of(Map<GenerationId, byte[]> documents) {
        return new SimulatedRecords(
                SimulateCommand.serving(documents), documents.size(), Optional.empty(), false);
    }

    /** Prints the base URL, as a note if standard output holds the ids. */
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
        return "Simulating OpenRouter at %s with %s generations%s; Ctrl-C ends it."
                .formatted(
                        Sanitized.of(view.baseUrl().toString()),
                        Numbers.count(view.generations()),
                        view.spend().map(sum -> " that cost " + cost(sum, view)).orElse(""));
    }

    private static String cost(UsdAmount sum, SimulationView view) {
        long unknown = view.unknownSpend().orElse(0L);
        return Numbers.dollars(sum)
                + (unknown == 0 ? "" : ", and " + Numbers.count(unknown) + " of unknown spend");
    }
}
