package io.genledger.adapter.json.stream;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Joins the events of the messages API. Only the first one of a message has the id (OPENROUTER.md
 * §9.3). The figures that follow are those of the one open message, or of the one that began with
 * the same tokens of the prompt. Otherwise it cannot be said to which of the open ones they belong:
 * one of these may be interleaved, late or cut off, and the figures of all of them stay unknown.
 */
final class Messages {

    /** Of more messages, the earliest one is taken for cut off. */
    private static final int MOST_OPEN = 1_000;

    private static final List<Long> UNSTATED = List.of();

    private final OpenStreams streams;

    /**
     * The tokens of the prompt of each message that began and whose figures may follow, by id, in
     * the order in which they began. The stream of a lost one, whose figures stay unknown, is
     * passed on already.
     */
    private final Map<String, List<Long>> open = new LinkedHashMap<>();

    /** How many of the lost messages have ended. */
    private int ended;

    /** How many messages whose figures were read may be followed by the event of their end. */
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
        // A message with figures whose end was not logged is complete when another one begins.
        stopsToCome += endComplete();
        if (event.look().id().isPresent()) {
            String id = event.look().id().get();
            begin(id, event.prompt());
            streams.add(id, event);
        }
    }

    /**
     * A message began, and its first event cannot be read. The figures that follow may be its own.
     *
     * @param id its id, or else a name that no message has
     */
    void startUnreadable(String id) throws IOException {
        stopsToCome += endComplete();
        begin(id, UNSTATED);
    }

    private void begin(String id, List<Long> prompt) throws IOException {
        open.remove(id);
        open.put(id, prompt);
        if (open.size() > MOST_OPEN) {
            String first = open.keySet().iterator().next();
            ended = Math.max(0, ended - (isLost(first) ? 1 : 0));
            open.remove(first);
            streams.end(first);
        }
    }

    private boolean figures(Event event) throws IOException {
        List<Long> prompt = event.prompt();
        if (open.values().stream().noneMatch(began -> mayGrowTo(prompt, began))) {
            return false;
        }
        Optional<String> owner = ownerOf(prompt);
        if (owner.isEmpty()) {
            stopsToCome++;
            endUnknown();
        } else if (isLost(owner.get())) {
            stopsToCome++;
            open.remove(owner.get());
            forgetEnded();
        } else {
            streams.add(owner.get(), event);
        }
        return true;
    }

    /** The message to which figures belong; empty if that cannot be said. */
    private Optional<String> ownerOf(List<Long> prompt) {
        List<String> alike =
                open.keySet().stream()
                        .filter(id -> open.size() == 1 || prompt.equals(open.get(id)))
                        .limit(2)
                        .toList();
        boolean isCertain =
                open.size() == 1 || (alike.size() == 1 && !open.containsValue(UNSTATED));
        return isCertain ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** Whether a prompt may become another one: what tools of the server read adds to it. */
    private static boolean mayGrowTo(List<Long> prompt, List<Long> began) {
        return prompt.equals(UNSTATED)
                || IntStream.range(0, began.size())
                        .allMatch(count -> prompt.get(count) >= began.get(count));
    }

    private void stop() throws IOException {
        int complete = endComplete();
        if (complete > 0) {
            stopsToCome += complete - 1;
        } else if (stopsToCome > 0) {
            stopsToCome--;
        } else if (open.size() == 1 || open.containsValue(UNSTATED)) {
            endUnknown();
        }
    }

    /** Passes on the messages with figures; returns how many. */
    private int endComplete() throws IOException {
        List<String> complete = open.keySet().stream().filter(this::hasFigures).toList();
        for (String id : complete) {
            open.remove(id);
            streams.end(id);
        }
        return complete.size();
    }

    /** One of the open messages ends, and it cannot be said which. */
    private void endUnknown() throws IOException {
        for (String id : open.keySet()) {
            streams.endWithoutFigures(id);
        }
        ended++;
        forgetEnded();
    }

    /** Forgets the lost messages if all of them have ended. */
    private void forgetEnded() {
        if (ended >= open.keySet().stream().filter(this::isLost).count()) {
            open.keySet().removeIf(this::isLost);
            ended = 0;
        }
    }

    private boolean isLost(String id) {
        return streams.stream(id) == null;
    }

    private boolean hasFigures(String id) {
        @Nullable JoinedStream stream = streams.stream(id);
        return stream != null && stream.hasUsage();
    }

    void reset() {
        open.clear();
        ended = 0;
        stopsToCome = 0;
    }
}
