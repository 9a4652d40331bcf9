package io.genledger.app.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server listens, and by which names it is addressed.
 *
 * @param address the network address
 * @param port the port; 0 for any free one
 * @param hosts the names by which clients address it beside those of this machine, in lower case
 * @param tls the certificate; empty for HTTP without TLS
 */
public record ServerSettings(InetAddress address, int port, Set<String> hosts, Optional<Tls> tls) {

    /**
     * A certificate in PEM files.
     *
     * @param certificate the certificate, followed by those of its issuers
     * @param key its private key, in PKCS #8
     */
    public record Tls(Path certificate, Path key) {}

    /** A server without TLS that no name but those of this machine addresses. */
    public ServerSettings(InetAddress address, int port) {
        this(address, port, Set.of(), Optional.empty());
    }

    /** Whether it can be reached from this machine only. */
    public boolean isLoopback() {
        return address.isLoopbackAddress();
    }
}
