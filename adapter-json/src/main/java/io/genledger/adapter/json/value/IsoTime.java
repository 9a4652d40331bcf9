package io.genledger.adapter.json.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that OpenRouter writes: {@code 2025-08-20T08:02:08.519552+00:00}, {@code
 * 2026-02-06T18:54:30.040Z}, and {@code 2026-02-06 18:54:30.040} as its Activity export has it. By
 * hand, because this runs for every record and a formatter would cost more than all other fields.
 */
final class IsoTime {

    /** Its zone may carry a time out of the years that four digits can write in UTC. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int NANO_DIGITS = 9;

    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    /** The moment that {@code text} names, UTC if it has no zone; null if it names none. */
    static @Nullable Instant parse(String text) {
        try {
            return new IsoTime(text).moment();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private Instant moment() {
        int year = digits(4);
        int month = after('-', 2);
        int day = after('-', 2);
        if (!accepts('T') && !accepts('t') && !accepts(' ')) {
            throw unexpected();
        }
        int hour = digits(2);
        int minute = after(':', 2);
        int second = after(':', 2);
        int nanos = accepts('.') || accepts(',') ? fraction() : 0;
        ZoneOffset zone = zone();
        if (at < text.length()) {
            throw unexpected();
        }
        Instant moment =
                LocalDateTime.of(year, month, day, hour, minute, second, nanos).toInstant(zone);
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw unexpected();
        }
        return moment;
    }

    private int fraction() {
        int start = at;
        int nanos = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            nanos = nanos * 10 + text.charAt(at++) - '0';
            if (at - start > NANO_DIGITS) {
                throw unexpected();
            }
        }
        if (at == start) {
            throw unexpected();
        }
        for (int missing = NANO_DIGITS - (at - start); missing > 0; missing--) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Nothing, {@code Z}, {@code +05:30}, {@code +0530} or {@code +05}. */
    private ZoneOffset zone() {
        if (at == text.length() || accepts('Z') || accepts('z')) {
            return ZoneOffset.UTC;
        }
        int sign = accepts('-') ? -1 : 1;
        if (sign > 0 && !accepts('+')) {
            throw unexpected();
        }
        int hours = digits(2);
        boolean hasMinutes = accepts(':') || at < text.length();
        int minutes = hasMinutes ? digits(2) : 0;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private int after(char separator, int count) {
        if (!accepts(separator)) {
            throw unexpected();
        }
        return digits(count);
    }

    private int digits(int count) {
        int value = 0;
        for (int end = at + count; at < end; at++) {
            if (at == text.length() || !isDigit(text.charAt(at))) {
                throw unexpected();
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private boolean accepts(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static DateTimeException unexpected() {
        return new DateTimeException("not ISO 8601");
    }
}
