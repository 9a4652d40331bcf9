package io.genledger.app.cli.console;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.attribution.AccountName;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** Lines of logfmt: {@code time=… event=… key=value …}. */
public final class LogFmt {

    private LogFmt() {}

    /**
     * A line of logfmt.
     *
     * @param event the name of the event, followed by its fields as key=value
     */
    public static String line(Instant time, String event) {
        return "time=" + Forms.instant(time) + " event=" + event;
    }

    /** The event with its fields: texts in quotes, durations in whole seconds. */
    public static String line(ServiceEvent event) {
        return line(
                event.time(),
                event.name()
                        + event.fields().entrySet().stream()
                                .map(field -> " " + field.getKey() + "=" + value(field.getValue()))
                                .collect(Collectors.joining()));
    }

    private static String value(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case AccountName account -> quoted(account.value());
            case Instant moment -> Forms.instant(moment);
            case Duration duration -> duration.toSeconds() + "s";
            default -> value.toString();
        };
    }

    /** The text in quotes, with quotes and backslashes escaped. */
    public static String quoted(String text) {
        return '"' + Sanitized.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
