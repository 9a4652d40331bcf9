package io.genledger.app.trace;

import io.genledger.app.service.ServiceEvents;
import io.genledger.app.web.RequestObserver;
import io.genledger.ports.source.GenerationSource;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Spans of what a server does. Thread-safe. */
public interface Traces extends RequestObserver, AutoCloseable {

    /** Makes no span. */
    Traces OFF = new NoTraces();

    /**
     * Traces as OpenTelemetry's variables configure them; {@link #OFF} if none of them names an
     * endpoint, and then no class of OpenTelemetry is loaded.
     *
     * @param variables the value of an environment variable; empty if it is not set or blank
     * @param events receive when spans cannot be delivered, and when they can again
     * @throws IllegalArgumentException if a variable has a value that cannot be used
     */
    static Traces of(
            Function<String, Optional<String>> variables,
            ServiceEvents events,
            InstantSource clock) {
        return Stream.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
                        .anyMatch(name -> variables.apply(name).isPresent())
                ? OpenTelemetryTraces.start(events, clock)
                : OFF;
    }

    /** The source with a span for each fetch. */
    GenerationSource traced(GenerationSource source);

    /** Sends the last spans, within two seconds. */
    @Override
    void close();
}
