package io.genledger.app.trace;

import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reports when spans cannot be delivered, once until they can be again. */
final class ReportingExporter implements SpanExporter {

    private final SpanExporter exporter;
    private final ServiceEvents events;
    private final InstantSource clock;
    private final AtomicBoolean failing = new AtomicBoolean();

    ReportingExporter(SpanExporter exporter, ServiceEvents events, InstantSource clock) {
        this.exporter = exporter;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> report(result));
    }

    private void report(CompletableResultCode result) {
        boolean fails = !result.isSuccess();
        if (failing.getAndSet(fails) == fails) {
            return;
        }
        if (fails) {
            String reason =
                    Optional.ofNullable(result.getFailureThrowable())
                            .map(Throwable::toString)
                            .orElse("the receiver did not accept them");
            events.add(event("traces-undelivered").with("reason", reason));
        } else {
            events.add(event("traces-delivered"));
        }
    }

    private ServiceEvent event(String name) {
        return new ServiceEvent(clock.instant(), name);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
