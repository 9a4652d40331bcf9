package io.genledger.app.web.crime;

import io.genledger.app.cli.crime.CommandThatKnowsAPage;

/** Knows the command line. */
public record PageThatKnowsACommand(CommandThatKnowsAPage command) {}
