package io.genledger.app.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running HTTP server. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final String BODY_LIMIT = "64MB";
    private static final int LINE_BYTES = 8 * 1024;
    private static final int HEADER_BYTES = 16 * 1024;

    /** Longer than any pause between two events of a stream. */
    private static final String IDLE = "2m";

    private static final Duration DRAIN = Duration.ofSeconds(7);
    private static final Duration END = Duration.ofSeconds(1);

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private WebServer(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /**
     * Starts a server over {@code ledger}.
     *
     * @throws IOException if it cannot listen, for example because the port is taken
     */
    public static WebServer start(ServerSettings settings, LedgerAccess ledger) throws IOException {
        ApplicationContext context =
                ApplicationContext.builder()
                        .banner(false)
                        .deduceEnvironment(false)
                        .deduceCloudEnvironment(false)
                        .bootstrapEnvironment(false)
                        .enableDefaultPropertySources(false)
                        .environmentPropertySource(false)
                        .singletons(ledger, settings)
                        .properties(properties(settings))
                        .build();
        context.start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        try {
            server.start();
        } catch (RuntimeException failure) {
            context.close();
            throw new IOException(reason(failure), failure);
        }
        return new WebServer(context, server);
    }

    /** The innermost reason, which names the certificate file or the port. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        int port = settings.port() == 0 ? -1 : settings.port();
        properties.put("micronaut.application.name", "genledger");
        properties.put("micronaut.server.host", settings.address().getHostAddress());
        properties.put("micronaut.server.port", port);
        properties.put("micronaut.server.max-request-size", BODY_LIMIT);
        properties.put("micronaut.server.idle-timeout", IDLE);
        // The server's own rules for browsers answer these requests, with a problem.
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        // Its decoder takes a compressed body that was cut off as whole; routes unpack bodies.
        properties.put("micronaut.server.netty.request-decompression-enabled", false);
        properties.put("micronaut.server.netty.max-initial-line-length", LINE_BYTES);
        properties.put("micronaut.server.netty.max-header-size", HEADER_BYTES);
        settings.tls()
                .ifPresent(tls -> {
                    properties.put("micronaut.server.ssl.enabled", true);
                    properties.put("micronaut.server.ssl.port", port);
                    properties.put(
                            "micronaut.server.ssl.key-store.certificate-path",
                            "file:" + tls.certificate().toAbsolutePath());
                    properties.put(
                            "micronaut.server.ssl.key-store.key-path",
                            "file:" + tls.key().toAbsolutePath());
                });
        return properties;
    }

    /** Its URL, with the port on which it listens. */
    public URI url() {
        return server.getURI();
    }

    /** The context of its beans, for the rules that tests check on all routes. */
    ApplicationContext context() {
        return context;
    }

    /** The server, and what sends events to clients without an end. */
    private Stream<GracefulShutdownCapable> draining() {
        return Stream.concat(
                        Stream.of(server).filter(GracefulShutdownCapable.class::isInstance),
                        context.getBeansOfType(GracefulShutdownCapable.class).stream())
                .map(GracefulShutdownCapable.class::cast)
                .distinct();
    }

    /** Stops accepting requests, and ends those that are under way, within nine seconds. */
    @Override
    public void close() {
        if (!context.isRunning()) {
            return;
        }
        try {
            drain();
            if (!RequestThreads.end(context, END)) {
                LOG.warn("requests that were cut off still use the ledger, which is closed now");
            }
            server.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }

    private void drain() throws InterruptedException {
        try {
            GracefulShutdownCapable.shutdownAll(draining())
                    .toCompletableFuture()
                    .get(DRAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.warn("requests were cut off, {} s after the stop", DRAIN.toSeconds());
        }
    }
}
