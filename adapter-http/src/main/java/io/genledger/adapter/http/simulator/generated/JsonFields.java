package io.genledger.adapter.http.simulator.generated;

import java.util.Optional;

/** Writes a JSON object from values that need no escapes, because the generator chose them all. */
final class JsonFields {

    private static final int USUAL_LENGTH = 2048;

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH).append('{');

    JsonFields text(String name, String value) {
        return raw(name, '"' + value + '"');
    }

    JsonFields text(String name, Optional<String> value) {
        return value.isPresent() ? text(name, value.get()) : none(name);
    }

    JsonFields number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    JsonFields flag(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    JsonFields usd(String name, long pico) {
        return raw(name, Picodollars.json(pico));
    }

    JsonFields usd(String name, Optional<Long> pico) {
        return pico.isPresent() ? usd(name, pico.get()) : none(name);
    }

    JsonFields none(String... names) {
        for (String name : names) {
            raw(name, "null");
        }
        return this;
    }

    JsonFields raw(String name, String value) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append('"').append(name).append("\":").append(value);
        return this;
    }

    String json() {
        return json + "}";
    }
}
