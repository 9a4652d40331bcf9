package io.genledger.app.service;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event of work in the background.
 *
 * @param time time of the event, by the wall clock
 * @param name the name, in lower case with hyphens
 * @param fields the fields by their names, in their order. A {@link String} is text of any content;
 *     a number, an instant, a duration, an amount, a generation id or an account's name is of its
 *     own type
 */
public record ServiceEvent(Instant time, String name, Map<String, Object> fields) {

    /** Copies the fields. */
    public ServiceEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An event without fields. */
    public ServiceEvent(Instant time, String name) {
        this(time, name, Map.of());
    }

    /** This event with another field after the others. */
    public ServiceEvent with(String field, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put(field, value);
        return new ServiceEvent(time, name, all);
    }
}
