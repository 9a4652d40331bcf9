package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.LedgerEngine;
import io.genledger.app.TestLedger;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks every route as every kind of caller, on servers of every kind. */
@ParameterizedClass
@EnumSource(LedgerEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessOfEveryRouteTest {

    private static final Set<Integer> DENIALS = Set.of(401, 403, 421);

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW");

    @TempDir static Path folder;

    private final Map<Place, ServerUnderTest> servers = new EnumMap<>(Place.class);
    private final Map<Place, Map<String, String>> secrets = new HashMap<>();

    @Parameter private LedgerEngine engine = LedgerEngine.SQLITE;

    /** A server. */
    enum Place {
        LOOPBACK_WITHOUT_TOKENS(true, false),
        LOOPBACK_WITH_TOKENS(true, true),
        ELSEWHERE_WITHOUT_TOKENS(false, false),
        ELSEWHERE_WITH_TOKENS(false, true);

        final boolean isLoopback;
        final boolean hasTokens;

        Place(boolean isLoopback, boolean hasTokens) {
            this.isLoopback = isLoopback;
            this.hasTokens = hasTokens;
        }
    }

    /** A caller, and the highest scope of routes that it may use where there are tokens. */
    enum Caller {
        WITHOUT_TOKEN(RequiredScope.NONE),
        STRANGER(RequiredScope.NONE),
        READER(RequiredScope.READ),
        WRITER(RequiredScope.WRITE),
        ADMIN(RequiredScope.ADMIN),
        REVOKED(RequiredScope.NONE),
        EXPIRED(RequiredScope.NONE),
        BROWSER_OF_READER(RequiredScope.READ),
        BROWSER_OF_ADMIN(RequiredScope.ADMIN),
        BROWSER_SIGNED_OUT(RequiredScope.NONE);

        final RequiredScope highest;

        Caller(RequiredScope highest) {
            this.highest = highest;
        }

        boolean isBrowser() {
            return name().startsWith("BROWSER");
        }
    }

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        for (Place place : Place.values()) {
            Path own = Files.createDirectories(folder.resolve(engine.name()).resolve(place.name()));
            TestLedger ledger = engine.empty(own);
            ServerUnderTest server =
                    place.isLoopback
                            ? ServerUnderTest.onLoopback(ledger)
                            : ServerUnderTest.onAllAddresses(ledger);
            servers.put(place, server);
            secrets.put(place, place.hasTokens ? secretsOf(server) : strangers());
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        servers.values().forEach(ServerUnderTest::close);
    }

    private static Map<String, String> secretsOf(ServerUnderTest server) {
        Map<String, String> secrets = strangers();
        String reader = server.token("reader", Scope.READ);
        String admin = server.token("admin", Scope.ADMIN);
        secrets.put("READER", reader);
        secrets.put("WRITER", server.token("writer", Scope.WRITE));
        secrets.put("ADMIN", admin);
        secrets.put("REVOKED", server.token("revoked", Scope.ADMIN));
        secrets.put("EXPIRED", server.expiredToken("expired"));
        String signedOut = session(server, admin);
        secrets.put("BROWSER_SIGNED_OUT", signedOut);
        server.application().signIn().signOut(signedOut);
        server.application().accessTokens().revoke(new TokenName("revoked"));
        return secrets;
    }

    /** Secrets of the right form that no ledger knows. */
    private static Map<String, String> strangers() {
        Map<String, String> secrets = new HashMap<>();
        for (Caller caller : Caller.values()) {
            secrets.put(caller.name(), (caller.isBrowser() ? "gls_" : "glt_") + "A".repeat(43));
        }
        return secrets;
    }

    /** Of a new session for each request: signing out is one of the routes. */
    private String secret(Place place, Caller caller) {
        if (!place.hasTokens) {
            return secret(place, caller.name());
        }
        return switch (caller) {
            case BROWSER_OF_READER -> session(server(place), secret(place, "READER"));
            case BROWSER_OF_ADMIN -> session(server(place), secret(place, "ADMIN"));
            default -> secret(place, caller.name());
        };
    }

    private String secret(Place place, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(secrets.get(place)).get(name));
    }

    private ServerUnderTest server(Place place) {
        return Objects.requireNonNull(servers.get(place));
    }

    private static String session(ServerUnderTest server, String token) {
        return server.application().signIn().signIn(token).orElseThrow().secret().value();
    }

    @Test
    void everyRouteDeclaresAScope() {
        List<String> without =
                routes(server(Place.LOOPBACK_WITHOUT_TOKENS))
                        .filter(route ->
                                !route.getAnnotationMetadata().hasAnnotation(Requires.class))
                        .map(AccessOfEveryRouteTest::name)
                        .toList();

        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("placesAndCallers")
    void permitsWhatTheScopeOfTheRoutePermits(Place place, Caller caller) {
        ServerUnderTest server = server(place);
        List<String> wrong = new ArrayList<>();
        List<UriRouteInfo<?, ?>> routes = routes(server).toList();
        for (UriRouteInfo<?, ?> route : routes) {
            String secret = secret(place, caller);
            int status = server.status(as(caller, secret, server).apply(request(server, route)));
            int expected = expected(place, caller, scope(route));
            boolean isRight = expected == 200 ? !DENIALS.contains(status) : status == expected;
            if (!isRight) {
                wrong.add("%s: %d, not %d".formatted(name(route), status, expected));
            }
        }

        assertThat(routes).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    /** A method that a route does not take tells and changes nothing. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void noOtherMethodReachesARoute(Place place) throws IOException {
        ServerUnderTest server = server(place);
        Map<String, Set<String>> methods = new TreeMap<>();
        routes(server)
                .forEach(route ->
                        methods.computeIfAbsent(path(route), any -> new TreeSet<>())
                                .add(route.getHttpMethodName()));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> route : methods.entrySet()) {
            for (String method : METHODS) {
                if (!route.getValue().contains(method)) {
                    String answer =
                            server.raw(
                                    method
                                            + " "
                                            + route.getKey()
                                            + " HTTP/1.1\r\nHost: localhost:"
                                            + server.server().url().getPort()
                                            + "\r\nConnection: close\r\n\r\n");
                    if (!answer.startsWith("HTTP/1.1 405 ")) {
                        wrong.add(
                                method + " " + route.getKey() + ": " + answer.lines().findFirst());
                    }
                }
            }
        }

        assertThat(methods).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    /** A server elsewhere is asked at an address that is not loopback, if this machine has one. */
    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"ELSEWHERE_WITHOUT_TOKENS", "ELSEWHERE_WITH_TOKENS"})
    void nothingIsReadOrWrittenFromAnotherAddressWithoutAToken(Place place) throws IOException {
        ServerUnderTest server = server(place);
        List<String> hosts = new ArrayList<>(List.of("127.0.0.1"));
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .forEach(address -> hosts.add(address.getHostAddress()));
        List<String> wrong = new ArrayList<>();
        for (String host : hosts) {
            routes(server)
                    .filter(route -> scope(route) != RequiredScope.NONE)
                    .forEach(route -> {
                        int status = server.status(request(server, host, route));
                        if (status != 401) {
                            wrong.add(host + " " + name(route) + ": " + status);
                        }
                    });
        }

        assertThat(wrong).isEmpty();
    }

    /** The status of a denial; 200 for any other status. */
    private static int expected(Place place, Caller caller, RequiredScope needed) {
        boolean isOpen = needed == RequiredScope.NONE || (place.isLoopback && !place.hasTokens);
        if (isOpen) {
            return 200;
        }
        if (!place.hasTokens || caller.highest == RequiredScope.NONE) {
            return 401;
        }
        return caller.highest.compareTo(needed) >= 0 ? 200 : 403;
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "gen-1-AAAAAAAA");
    }

    private static HttpRequest.Builder request(ServerUnderTest server, UriRouteInfo<?, ?> route) {
        return request(server, "127.0.0.1", route);
    }

    private static HttpRequest.Builder request(
            ServerUnderTest server, String host, UriRouteInfo<?, ?> route) {
        int port = server.server().url().getPort();
        return HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path(route)))
                .header("Content-Type", "application/json")
                .method(
                        route.getHttpMethodName(),
                        Set.of("POST", "PUT").contains(route.getHttpMethodName())
                                ? BodyPublishers.ofString("{}")
                                : BodyPublishers.noBody());
    }

    private static UnaryOperator<HttpRequest.Builder> as(
            Caller caller, String secret, ServerUnderTest server) {
        if (caller == Caller.WITHOUT_TOKEN) {
            return request -> request;
        }
        return caller.isBrowser()
                ? request ->
                        request.header("Cookie", "genledger-session=" + secret)
                                .header("Origin", server.origin())
                : request -> request.header("Authorization", "Bearer " + secret);
    }

    static Stream<Arguments> placesAndCallers() {
        return Arrays.stream(Place.values())
                .flatMap(place ->
                        Arrays.stream(Caller.values()).map(caller -> Arguments.of(place, caller)));
    }

    private static Stream<UriRouteInfo<?, ?>> routes(ServerUnderTest server) {
        return server.server().context().getBean(Router.class).uriRoutes().map(route -> route);
    }

    private static RequiredScope scope(UriRouteInfo<?, ?> route) {
        return route.getAnnotationMetadata()
                .enumValue(Requires.class, RequiredScope.class)
                .orElseThrow();
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }
}
