package io.genledger.app.cli.serve.log;

import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs events beside the lines of libraries; one with a reason is a warning. */
public final class ServiceLog implements ServiceEvents {

    /** The name of the logger. */
    static final String NAME = "io.genledger.serve";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    public ServiceLog() {}

    @Override
    public void add(ServiceEvent event) {
        LoggingEventBuilder line =
                LOG.atLevel(event.fields().containsKey("reason") ? Level.WARN : Level.INFO);
        for (Map.Entry<String, Object> field : event.fields().entrySet()) {
            line = line.addKeyValue(field.getKey(), value(field.getValue()));
        }
        line.log(event.name());
    }

    /** Durations are whole seconds, as in the lines of {@code collect --watch}. */
    private static Object value(Object value) {
        return value instanceof Duration duration ? (Object) duration.toSeconds() : value;
    }
}
