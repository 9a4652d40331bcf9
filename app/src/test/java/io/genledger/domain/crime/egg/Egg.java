package io.genledger.domain.crime.egg;

import io.genledger.domain.crime.chicken.Chicken;

/** The other half of a cycle. */
public record Egg(Chicken from) {}
