package io.genledger.app.export.column;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Moments as text. */
public final class Moments {

    private static final DateTimeFormatter MICROS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private static final DateTimeFormatter ACTIVITY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Moments() {}

    /** ISO 8601, UTC, with six decimals of a second. */
    public static String micros(Instant moment) {
        return MICROS.format(moment);
    }

    /** As OpenRouter's Activity page exports it: {@code 2026-02-06 18:54:30.040}, UTC. */
    public static String activity(Instant moment) {
        return ACTIVITY.format(moment);
    }
}
