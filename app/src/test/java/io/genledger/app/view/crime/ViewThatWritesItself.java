package io.genledger.app.view.crime;

import tools.jackson.databind.json.JsonMapper;

/** Planted for the rules to find. */
public record ViewThatWritesItself(JsonMapper mapper) {}
