package io.genledger.app.cli.console;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.json.Forms;
import java.time.Instant;

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

    /** The text in quotes, with quotes and backslashes escaped. */
    public static String quoted(String text) {
        return '"' + Sanitized.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
