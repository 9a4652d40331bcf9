package io.genledger.app.web;

import io.genledger.app.Application;
import java.time.InstantSource;

/**
 * What the routes are given: the use cases over the ledger, and the clock.
 *
 * @param name the ledger's address, without a password
 */
public record LedgerAccess(Application application, String name, InstantSource clock) {}
