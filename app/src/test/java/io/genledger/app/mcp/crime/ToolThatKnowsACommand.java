package io.genledger.app.mcp.crime;

import io.genledger.app.cli.crime.CommandThatKnowsAPage;

/** Knows the command line. */
public record ToolThatKnowsACommand(CommandThatKnowsAPage command) {}
