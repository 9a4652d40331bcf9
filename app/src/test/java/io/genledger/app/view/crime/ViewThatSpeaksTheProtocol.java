package io.genledger.app.view.crime;

import io.modelcontextprotocol.spec.McpSchema;

/** Knows the protocol of agents. */
public record ViewThatSpeaksTheProtocol(McpSchema.TextContent text) {}
