package io.genledger.app.view.crime;

import io.genledger.app.cli.console.Console;

/** Knows where it is shown. */
public record ViewThatPrints(Console console) {}
