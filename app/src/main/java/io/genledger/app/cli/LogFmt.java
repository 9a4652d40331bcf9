package io.genledger.app.cli;

import io.genledger.app.cli.text.Printable;
import java.time.Instant;

/** Lines for machines: {@code time=… event=… key=value …}. */
final class LogFmt {

    private LogFmt() {}

    /**
     * @param event the event's name, and what else there is to say as key=value
     */
    static String line(Instant time, String event) {
        return "time=" + time + " event=" + event;
    }

    /** In quotes, in which quotes and backslashes stand behind a backslash. */
    static String quoted(String text) {
        return '"' + Printable.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
