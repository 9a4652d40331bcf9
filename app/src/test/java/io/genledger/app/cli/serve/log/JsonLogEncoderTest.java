package io.genledger.app.cli.serve.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLogEncoderTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.123Z");

    @Test
    void anEventOfTheServiceIsOneFlatObject() {
        LoggingEvent event = event(ServiceLog.NAME, "backoff", null);
        event.addKeyValuePair(new KeyValuePair("until", NOW.plusSeconds(30)));
        event.addKeyValuePair(new KeyValuePair("times", 3));
        event.addKeyValuePair(new KeyValuePair("reason", "it says \"slow down\""));

        assertThat(encoded(event))
                .isEqualTo(
                        "{\"time\":\"2026-11-30T12:00:00.123Z\",\"level\":\"warn\",\"event\":\"backoff\","
                            + "\"until\":\"2026-11-30T12:00:30.123Z\",\"times\":3,\"reason\":\"it"
                            + " says \\\"slow down\\\"\"}\n");
    }

    @Test
    void aLineOfALibraryNamesItsLogger() {
        assertThat(encoded(event("io.netty.Channel", "closed", null)))
                .contains("\"logger\":\"io.netty.Channel\",\"message\":\"closed\"}");
    }

    @Test
    void aFieldNeverReplacesTimeOrLevel() {
        LoggingEvent event = event(ServiceLog.NAME, "warning", null);
        event.addKeyValuePair(new KeyValuePair("time", "never"));

        assertThat(encoded(event)).contains("\"time\":\"2026-11-30").doesNotContain("never");
    }

    @Test
    void anErrorHasItsStackOnTheSameLine() {
        assertThat(encoded(event("x", "broken", new IllegalStateException("a\nb"))))
                .contains("\"error\":\"java.lang.IllegalStateException: a\\nb\"")
                .contains("JsonLogEncoderTest")
                .containsOnlyOnce("\n");
    }

    @Test
    void keysAreHidden() {
        LoggingEvent event = event("x", "sent Bearer glt_0123456789abcdefghij", null);
        event.addKeyValuePair(new KeyValuePair("reason", "sk-or-v1-0123456789abcdef was refused"));

        assertThat(encoded(event))
                .contains("sk-or-[hidden] was refused")
                .doesNotContain("0123456789");
    }

    private static LoggingEvent event(String logger, String message, @Nullable Throwable error) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent(
                        "here", context.getLogger(logger), Level.WARN, message, error, null);
        event.setInstant(NOW);
        event.setKeyValuePairs(new ArrayList<>());
        return event;
    }

    private static String encoded(LoggingEvent event) {
        return new String(new JsonLogEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
