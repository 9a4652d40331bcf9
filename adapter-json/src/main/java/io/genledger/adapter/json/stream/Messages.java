package io.genledger.adapter.json.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the events of the messages API. Only the first one of a message has the id (OPENROUTER.md
 * §9.3). The figures that follow are those of the one open message; when several are open, it
 * cannot be said to which they belong, and the figures of all of these stay unknown.
 *
 * <p>Events of these may still follow, or never, if a stream was cut. Until they are seen, a later
 * message with its own beginning, figures and end is kept back: its figures count unless figures
 * without an open message show that a message before it was late.
 */
final class Messages {

    /** After as many complete messages one after another, an earlier one was cut. */
    private static final int MOST_LATER = 100;

    private final OpenStreams streams;

    /** The ids of the messages that began and whose figures may follow. */
    private final List<String> open = new ArrayList<>();

    /** The ids of the complete messages that are kept back, in their order. */
    private final List<String> later = new ArrayList<>();

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
            if (later.remove(id)) {
                streams.end(id);
            }
            open.remove(id);
            open.add(id);
            streams.add(id, event);
        }
    }

    /** A message with figures whose end was not logged is complete when another one begins. */
    private void endComplete() throws IOException {
        for (String id : List.copyOf(open)) {
            if (hasUsage(id)) {
                open.remove(id);
                complete(id);
                stopsToCome++;
            }
        }
    }

    /** Passes a message on, or keeps it back. */
    private void complete(String id) throws IOException {
        later.add(id);
        if (later.size() > MOST_LATER) {
            unresolved = 0;
        }
        if (unresolved == 0) {
            passOnLater();
        }
    }

    private void passOnLater() throws IOException {
        for (String id : later) {
            streams.end(id);
        }
        later.clear();
    }

    private boolean figures(Event event) throws IOException {
        open.removeIf(id -> streams.stream(id) == null);
        if (open.size() == 1 && (unresolved == 0 || !hasUsage(open.get(0)))) {
            streams.add(open.get(0), event);
            return true;
        }
        if (open.size() <= 1) {
            if (open.isEmpty() && unresolved == 0) {
                return false;
            }
            giveUp(later);
        }
        unresolved += open.size();
        giveUp(open);
        return true;
    }

    private void stop() throws IOException {
        if (open.size() == 1 && hasUsage(open.get(0))) {
            complete(open.remove(0));
        } else if (stopsToCome > 0) {
            stopsToCome--;
        } else if (unresolved > 0) {
            unresolved--;
            giveUp(later);
        } else if (open.size() == 1) {
            streams.end(open.remove(0));
        } else if (open.size() > 1) {
            unresolved = open.size() - 1;
            giveUp(open);
        }
    }

    /** Passes messages on without figures. */
    private void giveUp(List<String> ids) throws IOException {
        for (String id : ids) {
            streams.endWithoutFigures(id);
        }
        ids.clear();
    }

    private boolean hasUsage(String id) {
        @Nullable JoinedStream stream = streams.stream(id);
        return stream == null || stream.hasUsage();
    }

    void reset() {
        open.clear();
        later.clear();
        stopsToCome = 0;
        unresolved = 0;
    }
}
