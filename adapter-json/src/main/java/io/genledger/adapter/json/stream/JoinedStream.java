package io.genledger.adapter.json.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.genledger.adapter.json.recognise.Form;
import io.genledger.adapter.json.split.LongStrings;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one completion that are needed for its figures: the first, which states the id, the
 * last one with a finish reason and the last one with usage.
 */
public final class JoinedStream {

    /** An event that is longer is kept without its long strings. */
    private static final int LONG_EVENT = 4 << 10;

    private static final String BEGIN = "{\"genledger\":\"stream\",\"events\":[";

    private final String id;
    private final long line;
    private final Form form;
    private @Nullable byte[] first;
    private @Nullable byte[] finish;
    private @Nullable byte[] usage;

    JoinedStream(String id, Event first) {
        this.id = id;
        this.line = first.line();
        this.form = first.look().form();
        this.first = shortened(first);
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

    /** The bytes that are kept. */
    long size() {
        return events().mapToLong(event -> event.length).sum();
    }

    void add(Event event) {
        if (event.look().hasUsage()) {
            usage = shortened(event);
            if (form == Form.RESPONSES_EVENT) {
                // It repeats all that the events before it state.
                first = usage;
            }
        } else if (event.look().hasFinishReason()) {
            finish = shortened(event);
        }
    }

    private static byte[] shortened(Event event) {
        byte[] bytes = event.bytes();
        return bytes.length > LONG_EVENT ? LongStrings.shortened(bytes) : bytes;
    }

    private Stream<byte[]> events() {
        return Stream.of(first, finish, usage).filter(Objects::nonNull).distinct();
    }

    /** The JSON document to archive: the only event as it came, or one made of all. */
    public byte[] document() {
        List<byte[]> events = events().toList();
        if (events.size() == 1 && events.get(0) == usage) {
            return events.get(0);
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes(BEGIN.getBytes(US_ASCII));
        for (byte[] event : events) {
            if (event != events.get(0)) {
                document.write(',');
            }
            document.writeBytes(event);
        }
        document.writeBytes("]}".getBytes(US_ASCII));
        return document.toByteArray();
    }
}
