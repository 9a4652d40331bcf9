package io.genledger.adapter.json.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the events of the messages API. Only the first one of a message has the id (OPENROUTER.md
 * §9.3). The figures that follow are those of the one open message; when several are open, it
 * cannot be said to which they belong, and the figures of all of these stay unknown.
 */
final class Messages {

    private final OpenStreams streams;

    /** The ids of the messages that began and whose figures may follow. */
    private final List<String> open = new ArrayList<>();

    /** How many messages of unknown figures have events that may follow. */
    private int unresolved;

    /** How many complete messages may still be followed by the event of their end. */
    private int stopsToCome;

    Messages(OpenStreams streams) {
        this.streams = streams;
    }

    /** Adds an event; returns false for figures without the beginning of their message. */
    boolean add(Event event) throws IOException {
        switch (event.look().type()) {
            case "message_start" -> start(event);
            case "message_delta" -> {
                return !event.look().hasUsage() || figures(event);
            }
            case "message_stop" -> stop();
            default -> {}
        }
        return true;
    }

    private void start(Event event) throws IOException {
        endComplete();
        if (event.look().id().isPresent()) {
            String id = event.look().id().get();
            streams.add(id, event);
            open.remove(id);
            open.add(id);
        }
    }

    /** A message with figures whose end was not logged is complete when another one begins. */
    private void endComplete() throws IOException {
        for (String id : List.copyOf(open)) {
            if (hasUsage(id)) {
                open.remove(id);
                streams.end(id);
                stopsToCome++;
            }
        }
    }

    private boolean figures(Event event) throws IOException {
        open.removeIf(id -> streams.stream(id) == null);
        if (open.size() == 1 && unresolved == 0) {
            streams.add(open.get(0), event);
            return true;
        }
        boolean isOfNone = open.isEmpty() && unresolved == 0;
        giveUp();
        return !isOfNone;
    }

    private void stop() throws IOException {
        if (unresolved > 0) {
            unresolved--;
        } else if (open.size() == 1) {
            if (stopsToCome > 0 && !hasUsage(open.get(0))) {
                stopsToCome--;
            } else {
                streams.end(open.remove(0));
            }
        } else if (open.size() > 1) {
            giveUp();
            unresolved--;
        }
    }

    /** Passes on all open messages without figures. */
    private void giveUp() throws IOException {
        for (String id : open) {
            streams.end(id);
        }
        unresolved += open.size();
        open.clear();
    }

    private boolean hasUsage(String id) {
        @Nullable JoinedStream stream = streams.stream(id);
        return stream == null || stream.hasUsage();
    }

    void reset() {
        open.clear();
        stopsToCome = 0;
        unresolved = 0;
    }
}
