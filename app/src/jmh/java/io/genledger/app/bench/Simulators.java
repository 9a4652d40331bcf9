package io.genledger.app.bench;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;

/** Simulators in this process, for loads at which the server's share of the processors is small. */
final class Simulators {

    private static final int MOST = 1_000_000;

    private Simulators() {}

    /** Serves the generations of {@link Workload} by a script. */
    static OpenRouterSimulator start(String script) {
        GeneratedGenerations all = Workload.generations(MOST);
        return OpenRouterSimulator.start(
                Script.parse("bench", script)
                        .over(
                                Behaviours.documents(all::document),
                                new SeededRandom(Workload.SEED)));
    }
}
