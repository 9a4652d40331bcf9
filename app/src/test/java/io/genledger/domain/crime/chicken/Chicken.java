package io.genledger.domain.crime.chicken;

import io.genledger.domain.crime.egg.Egg;

/** One half of a cycle. */
public record Chicken(Egg from) {}
