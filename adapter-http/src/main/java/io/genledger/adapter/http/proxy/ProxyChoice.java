package io.genledger.adapter.http.proxy;

import io.genledger.adapter.http.proxy.ProxySettings.Login;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Chooses the proxy for a server. Java's own properties come first ({@code https.proxyHost}, {@code
 * http.nonProxyHosts}, {@code socksProxyHost}, {@code java.net.useSystemProxies}), then {@code
 * NO_PROXY}, {@code HTTPS_PROXY} and {@code ALL_PROXY}. Each variable is read in lower case, and if
 * it is not set, in upper case.
 */
public final class ProxyChoice {

    private static final List<String> JAVA_HOSTS = List.of("https.proxyHost", "socksProxyHost");
    private static final int HTTPS_PORT = 443;

    private final Function<String, Optional<String>> variables;
    private final Function<String, Optional<String>> properties;
    private final ProxySelector selector;

    /**
     * @param variables the value of an environment variable; empty if it is not set or blank
     * @param properties the value of a system property of Java; empty if it is not set
     * @param selector Java's choice by these properties
     */
    public ProxyChoice(
            Function<String, Optional<String>> variables,
            Function<String, Optional<String>> properties,
            ProxySelector selector) {
        this.variables = variables;
        this.properties = properties;
        this.selector = selector;
    }

    /**
     * The proxy for a server that is reached by https; empty for a direct connection.
     *
     * @param server the server's URL, with a host
     * @throws IllegalArgumentException if the chosen variable is malformed; the message names it
     *     and omits its value
     */
    public Optional<ProxySettings> of(URI server) {
        if (isChosenByJava()) {
            return selector.select(server).stream().limit(1).flatMap(this::fromJava).findFirst();
        }
        String host = server.getHost().replaceAll("[\\[\\]]", "");
        int port = server.getPort() < 0 ? HTTPS_PORT : server.getPort();
        boolean direct =
                spellings("no_proxy")
                        .flatMap(name -> variables.apply(name).stream())
                        .findFirst()
                        .filter(list -> new NoProxy(list).contains(host, port))
                        .isPresent();
        return direct ? Optional.empty() : fromVariables();
    }

    /** An empty host, and any other value than true, mean the same to Java as no property. */
    private boolean isChosenByJava() {
        return JAVA_HOSTS.stream()
                        .flatMap(name -> properties.apply(name).stream())
                        .anyMatch(host -> !host.isBlank())
                || properties
                        .apply("java.net.useSystemProxies")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
    }

    private Optional<ProxySettings> fromVariables() {
        return Stream.of("https_proxy", "all_proxy")
                .flatMap(ProxyChoice::spellings)
                .filter(name -> variables.apply(name).isPresent())
                .findFirst()
                .map(name -> ProxyUrl.parse(name, variables.apply(name).orElseThrow().strip()));
    }

    private static Stream<String> spellings(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT));
    }

    private Stream<ProxySettings> fromJava(Proxy proxy) {
        return proxy.address() instanceof InetSocketAddress address
                ? Stream.of(
                        new ProxySettings(
                                proxy.type(), address.getHostString(), address.getPort(), login()))
                : Stream.empty();
    }

    /** The user for whom other programs in Java read the same two properties. */
    private Optional<Login> login() {
        return properties
                .apply("https.proxyUser")
                .flatMap(user ->
                        properties
                                .apply("https.proxyPassword")
                                .map(password -> new Login(user, password)));
    }
}
