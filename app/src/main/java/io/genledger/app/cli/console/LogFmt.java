package io.genledger.app.cli.console;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.json.Forms;
import java.time.Instant;

/** Lines for machines: {@code time=… event=… key=value …}. */
public final class LogFmt {

    private LogFmt() {}

    /**
     * @param event the event's name, and what else there is to say as key=value
     */
    public static String line(Instant time, String event) {
        return "time=" + Forms.instant(time) + " event=" + event;
    }

    /** In quotes, in which quotes and backslashes stand behind a backslash. */
    public static String quoted(String text) {
        return '"' + Sanitized.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
