package io.genledger.adapter.json.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that OpenRouter writes: {@code 2025-08-20T08:02:08.519552+00:00}, {@code
 * 2026-02-06T18:54:30.040Z}, and {@code 2026-02-06 18:54:30.040} in its Activity export
 * (OPENROUTER.md §3.7, §12.3). No formatter is used, because it would take longer than all other
 * fields of a record.
 */
final class IsoTime {

    private static final int NANO_DIGITS = 9;

    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    /** The moment that {@code text} states, in UTC if without a zone; null if it is no time. */
    static @Nullable Instant parse(String text) {
        try {
            return new IsoTime(text).moment();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private Instant moment() {
        LocalDateTime time =
                LocalDateTime.of(
                        digits(4),
                        after("-", 2),
                        after("-", 2),
                        after("Tt ", 2),
                        after(":", 2),
                        after(":", 2),
                        accepts(".,") ? nanos() : 0);
        Instant moment = time.toInstant(zone());
        if (at < text.length()) {
            throw unexpected();
        }
        return moment;
    }

    /** One to nine digits of a second's fraction. */
    private int nanos() {
        int nanos = digits(1);
        for (int count = 1; count < NANO_DIGITS; count++) {
            nanos = nanos * 10 + (isAtDigit() ? digits(1) : 0);
        }
        return nanos;
    }

    /** Nothing, {@code Z}, {@code +05:30}, {@code +0530} or {@code +05}. */
    private ZoneOffset zone() {
        if (at == text.length() || accepts("Zz")) {
            return ZoneOffset.UTC;
        }
        int sign = accepts("-") ? -1 : 1;
        int hours = sign < 0 ? digits(2) : after("+", 2);
        int minutes = accepts(":") || at < text.length() ? digits(2) : 0;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private int after(String separators, int count) {
        if (!accepts(separators)) {
            throw unexpected();
        }
        return digits(count);
    }

    private int digits(int count) {
        int value = 0;
        for (int end = at + count; at < end; at++) {
            if (!isAtDigit()) {
                throw unexpected();
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private boolean isAtDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean accepts(String characters) {
        boolean accepted = at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
        at += accepted ? 1 : 0;
        return accepted;
    }

    private static DateTimeException unexpected() {
        return new DateTimeException("not ISO 8601");
    }
}
