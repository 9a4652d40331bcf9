package io.genledger.app.cli.serve.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.genledger.app.view.json.ViewJson;
import io.genledger.ports.document.KeyMask;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * Encodes a log event as one flat JSON object without keys: time, level, and the name of a
 * service's event or the logger and message of a library; then the fields, and the stack trace of
 * an error.
 */
final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant());
        line.put("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
        if (event.getLoggerName().equals(ServiceLog.NAME)) {
            line.put("event", event.getFormattedMessage());
        } else {
            line.put("logger", event.getLoggerName());
            line.put("message", event.getFormattedMessage());
        }
        List<KeyValuePair> fields = event.getKeyValuePairs();
        if (fields != null) {
            fields.forEach(field -> line.putIfAbsent(field.key, plain(field.value)));
        }
        IThrowableProxy error = event.getThrowableProxy();
        if (error != null) {
            line.put("error", error.getClassName() + ": " + error.getMessage());
            line.put("stack", ThrowableProxyUtil.asString(error));
        }
        byte[] json = KeyMask.of(ViewJson.bytes(line));
        byte[] whole = Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        return whole;
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Instant ? value : String.valueOf(value);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
