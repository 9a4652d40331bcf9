package io.genledger.app.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Map;

/** A running HTTP server. */
public final class WebServer implements AutoCloseable {

    private static final String BODY_LIMIT = "64MB";

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private WebServer(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /** Starts a server over {@code ledger}. */
    public static WebServer start(ServerSettings settings, LedgerAccess ledger) {
        ApplicationContext context =
                ApplicationContext.builder()
                        .banner(false)
                        .deduceEnvironment(false)
                        .deduceCloudEnvironment(false)
                        .bootstrapEnvironment(false)
                        .enableDefaultPropertySources(false)
                        .environmentPropertySource(false)
                        .singletons(ledger)
                        .properties(properties(settings))
                        .build();
        context.start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        return new WebServer(context, server);
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        return Map.of(
                "micronaut.application.name", "genledger",
                "micronaut.server.host", settings.address().getHostAddress(),
                "micronaut.server.port", settings.port() == 0 ? -1 : settings.port(),
                "micronaut.server.max-request-size", BODY_LIMIT);
    }

    /** Its URL, with the port on which it listens. */
    public URI url() {
        return server.getURI();
    }

    /** The context of its beans, for the rules that tests check on all routes. */
    ApplicationContext context() {
        return context;
    }

    /** Stops accepting requests, and ends those that are under way. */
    @Override
    public void close() {
        server.stop();
        context.close();
    }
}
