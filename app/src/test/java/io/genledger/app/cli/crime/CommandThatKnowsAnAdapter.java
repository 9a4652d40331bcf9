package io.genledger.app.cli.crime;

import io.genledger.adapter.http.ApiKey;
import picocli.CommandLine.Command;

/** A command outside the rooms, with an adapter of its own. */
@Command
public record CommandThatKnowsAnAdapter(ApiKey key) {}
