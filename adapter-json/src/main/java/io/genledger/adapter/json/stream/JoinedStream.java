package io.genledger.adapter.json.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.genledger.adapter.json.recognise.Form;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one completion that are needed for its figures: the first, which states the id, the
 * last one with a finish reason and the last one with usage; usage without a cost does not replace
 * one with a cost.
 */
public final class JoinedStream {

    /** About the bytes of memory that a stream needs besides its events. */
    private static final int OVERHEAD = 1 << 10;

    private static final String BEGIN = "{\"genledger\":\"stream\",\"events\":[";

    private final String id;
    private final long line;
    private final Form form;
    private Event first;
    private @Nullable Event finish;
    private @Nullable Event usage;

    JoinedStream(String id, Event first) {
        this.id = id;
        this.line = first.line();
        this.form = first.look().form();
        this.first = first;
    }

    /** The id that its events state. */
    public String id() {
        return id;
    }

    /** The line on which its first event begins, from 1. */
    public long line() {
        return line;
    }

    Form form() {
        return form;
    }

    /** Whether an event stated figures that count. */
    public boolean hasUsage() {
        return usage != null;
    }

    /** About the bytes of memory that it needs. */
    long size() {
        return OVERHEAD + events().stream().mapToLong(event -> event.json().length).sum();
    }

    void add(Event event) {
        if (event.look().hasUsage()) {
            if (usage != null && !event.hasCost() && usage.hasCost()) {
                return;
            }
            usage = event;
            if (form == Form.RESPONSES_EVENT) {
                // It repeats all that the events before it state.
                first = event;
            }
        } else if (event.look().hasFinishReason()) {
            finish = event;
        }
    }

    /** Leaves the figures out, because they may be those of another stream. */
    void forgetUsage() {
        usage = null;
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>(List.of(first));
        if (finish != null && finish != first) {
            events.add(finish);
        }
        if (usage != null && usage != first) {
            events.add(usage);
        }
        return events;
    }

    /** The JSON document to archive: the only event as it came, or one made of all. */
    public byte[] document() {
        List<Event> events = events();
        if (events.size() == 1 && hasUsage()) {
            return first.json();
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes(BEGIN.getBytes(US_ASCII));
        for (Event event : events) {
            if (event != first) {
                document.write(',');
            }
            document.writeBytes(event.json());
        }
        document.writeBytes("]}".getBytes(US_ASCII));
        return document.toByteArray();
    }
}
