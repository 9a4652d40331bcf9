package io.genledger.app.web;

import java.net.InetAddress;

/**
 * Where a server listens.
 *
 * @param address the network address
 * @param port the port; 0 for any free one
 */
public record ServerSettings(InetAddress address, int port) {}
