package io.genledger.app.view.maintain;

import java.util.Optional;

/**
 * The answer of {@code config timezone}.
 *
 * @param timezone the ledger's reporting time zone
 * @param next the zone of a change that was interrupted; empty if there is none
 */
public record TimezoneView(String timezone, Optional<String> next) {}
