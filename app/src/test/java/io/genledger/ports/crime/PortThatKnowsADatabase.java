package io.genledger.ports.crime;

import org.jooq.DSLContext;

/** Names a technology. */
public interface PortThatKnowsADatabase {

    /** The crime. */
    DSLContext database();
}
