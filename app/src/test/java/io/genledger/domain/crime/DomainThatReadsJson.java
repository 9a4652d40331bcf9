package io.genledger.domain.crime;

import tools.jackson.databind.JsonNode;

/** Knows a JSON library, and takes money from it through a binary fraction. */
public record DomainThatReadsJson(JsonNode node) {

    /** The crime. */
    public double amount() {
        return node.doubleValue();
    }
}
