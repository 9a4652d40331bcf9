package io.genledger.app.cli.serve;

import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs events beside the lines of libraries; one with a reason is a warning. */
final class ServiceLog implements ServiceEvents {

    private static final Logger LOG = LoggerFactory.getLogger("io.genledger.serve");

    @Override
    public void add(ServiceEvent event) {
        LoggingEventBuilder line =
                LOG.atLevel(event.fields().containsKey("reason") ? Level.WARN : Level.INFO);
        for (Map.Entry<String, Object> field : event.fields().entrySet()) {
            line = line.addKeyValue(field.getKey(), field.getValue().toString());
        }
        line.log(event.name());
    }
}
