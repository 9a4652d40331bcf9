package io.genledger.app.web.access;

import io.genledger.app.web.ServerSettings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which clients may address the server. A page of another site can make its own name
 * resolve to 127.0.0.1 (DNS rebinding); the browser then states that name in the Host header.
 */
@Singleton
final class HostNames {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");

    private final Set<String> allowed;
    private final boolean checks;

    HostNames(ServerSettings settings) {
        this.allowed = settings.hosts();
        this.checks = settings.isLoopback() || !settings.hosts().isEmpty();
    }

    /** The host that {@code request} addresses; empty without one, and with several. */
    static Optional<String> stated(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
        return hosts.size() == 1 ? Optional.of(hosts.get(0)) : Optional.empty();
    }

    /**
     * Whether {@code host} addresses this server. A server that other machines can reach is
     * addressed by any name unless names are configured.
     *
     * @param host the Host header
     * @param port the port at which the request arrived
     */
    boolean contain(String host, int port) {
        Matcher parts = parts(host);
        return parts.matches()
                && (!checks || allowed.contains(parts.group("name")) || isLoopback(parts, port));
    }

    /** Whether {@code host} names this machine and {@code port}. */
    static boolean isLoopback(@Nullable String host, int port) {
        if (host == null) {
            return false;
        }
        Matcher parts = parts(host);
        return parts.matches() && isLoopback(parts, port);
    }

    private static boolean isLoopback(Matcher parts, int port) {
        String stated = parts.group("port");
        return LOOPBACK.contains(parts.group("name"))
                && (stated == null || Integer.parseInt(stated) == port);
    }

    private static Matcher parts(String host) {
        return HOST.matcher(host.toLowerCase(Locale.ROOT));
    }
}
