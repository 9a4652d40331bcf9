package io.genledger.app.crime;

import org.jooq.DSLContext;

/** Knows a database library. */
public record ApplicationThatKnowsATable(DSLContext database) {}
