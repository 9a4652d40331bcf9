package io.genledger.adapter.http.proxy;

import java.net.Proxy;
import java.util.Optional;

/**
 * A proxy that opens a connection to the server and passes bytes on unread: an HTTP proxy by {@code
 * CONNECT} (RFC 9110 §9.3.6), or a SOCKS5 proxy.
 *
 * @param type HTTP or SOCKS
 * @param host a name or an address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param login the user and password for the proxy; empty if it requires none
 */
public record ProxySettings(Proxy.Type type, String host, int port, Optional<Login> login) {

    /**
     * @throws IllegalArgumentException if the type is DIRECT, the host empty, or the port out of
     *     range
     */
    public ProxySettings {
        if (type == Proxy.Type.DIRECT || host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "a proxy: expected HTTP or SOCKS, a host, and a port from 1 to 65535");
        }
    }

    /**
     * A user of a proxy.
     *
     * @param user the name, not empty and without a colon
     * @param password the password, not empty
     */
    public record Login(String user, String password) {

        /**
         * @throws IllegalArgumentException if one of the two is empty, or the user contains a colon
         */
        public Login {
            if (user.isEmpty() || user.contains(":") || password.isEmpty()) {
                throw new IllegalArgumentException(
                        "a proxy's login: expected a user without a colon, and a password");
            }
        }

        /** Hides the password. */
        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    /** The proxy's name in messages: {@code proxy.example:3128}. */
    public String hostAndPort() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
