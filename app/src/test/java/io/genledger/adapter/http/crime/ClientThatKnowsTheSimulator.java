package io.genledger.adapter.http.crime;

import io.genledger.adapter.http.simulator.crime.SimulatorThatKnowsTheClient;

/** Knows what plays its server. */
public record ClientThatKnowsTheSimulator(SimulatorThatKnowsTheClient simulator) {}
