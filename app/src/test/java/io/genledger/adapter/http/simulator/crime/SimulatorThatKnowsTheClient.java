package io.genledger.adapter.http.simulator.crime;

import io.genledger.adapter.http.ApiKey;

/** Knows who calls it. */
public record SimulatorThatKnowsTheClient(ApiKey key) {}
