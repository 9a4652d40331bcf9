package io.genledger.app.trace;

import io.genledger.app.Version;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Spans that OpenTelemetry sends by OTLP. They hold no id, no key and no amount. */
final class OpenTelemetryTraces implements Traces {

    private static final int SERVER_ERROR = 500;
    private static final long STOP_SECONDS = 2;

    /** What the variables of the environment do not say. */
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "otel.service.name", "genledger",
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none");

    private static final TextMapGetter<Answered> HEADERS =
            (request, name) -> request == null ? null : request.header().apply(name);

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;
    private final ServiceEvents events;
    private final InstantSource clock;

    private OpenTelemetryTraces(OpenTelemetrySdk sdk, ServiceEvents events, InstantSource clock) {
        this.sdk = sdk;
        this.events = events;
        this.tracer = sdk.getTracer("genledger", Version.number());
        this.clock = clock;
    }

    static OpenTelemetryTraces start(ServiceEvents events, InstantSource clock) {
        try {
            return new OpenTelemetryTraces(
                    AutoConfiguredOpenTelemetrySdk.builder()
                            .disableShutdownHook()
                            .addPropertiesSupplier(() -> DEFAULTS)
                            .addSpanExporterCustomizer((exporter, configuration) ->
                                    new ReportingExporter(exporter, events, clock))
                            .build()
                            .getOpenTelemetrySdk(),
                    events,
                    clock);
        } catch (ConfigurationException wrong) {
            // Its own message may say no more than that there is an error.
            Throwable reason = wrong.getCause() == null ? wrong : wrong.getCause();
            throw new IllegalArgumentException(reason.getMessage(), wrong);
        }
    }

    @Override
    public void answered(Answered request) {
        Context caller =
                W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        Instant end = clock.instant();
        Span span =
                tracer.spanBuilder(request.method() + " " + request.route())
                        .setParent(caller)
                        .setSpanKind(SpanKind.SERVER)
                        .setStartTimestamp(end.minusNanos(request.nanoseconds()))
                        .setAttribute("http.request.method", request.method())
                        .setAttribute("http.route", request.route())
                        .setAttribute("http.response.status_code", request.status())
                        .startSpan();
        if (request.status() >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end);
    }

    @Override
    public GenerationSource traced(GenerationSource source) {
        return id -> {
            Span span =
                    tracer.spanBuilder("fetch generation")
                            .setNoParent()
                            .setSpanKind(SpanKind.CLIENT)
                            .startSpan();
            String outcome = "failed";
            try {
                FetchOutcome fetched = source.fetch(id);
                outcome = fetched.fold(any -> "found", any -> "not-found", any -> "rejected");
                return fetched;
            } catch (SourceUnavailableException unavailable) {
                outcome = "unavailable";
                span.setStatus(StatusCode.ERROR);
                throw unavailable;
            } catch (SourceRefusedException refused) {
                outcome = "refused";
                span.setStatus(StatusCode.ERROR);
                throw refused;
            } finally {
                span.setAttribute("genledger.fetch.outcome", outcome).end();
            }
        };
    }

    @Override
    public void close() {
        if (!sdk.shutdown().join(STOP_SECONDS, TimeUnit.SECONDS).isSuccess()) {
            events.add(
                    new ServiceEvent(clock.instant(), "traces-undelivered")
                            .with("reason", "the last spans were not accepted in time"));
        }
    }
}
