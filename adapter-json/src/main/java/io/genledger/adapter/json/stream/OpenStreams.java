package io.genledger.adapter.json.stream;

import io.genledger.adapter.json.recognise.Form;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The streams whose end was not seen, by the ids of their completions. Their number is bounded: the
 * one without an event for the longest time is passed on.
 */
public final class OpenStreams {

    /** Receives each stream when it is complete, or its rest will not be seen. */
    @FunctionalInterface
    public interface Ended {
        void accept(JoinedStream stream) throws IOException;
    }

    private static final int MOST_STREAMS = 1_000;
    private static final long MOST_BYTES = 16 << 20;

    /** Types of the events with which a response ends. */
    private static final List<String> LAST =
            List.of("response.completed", "response.incomplete", "response.failed");

    private final Ended ended;
    private final Messages messages;
    private final Map<String, JoinedStream> open = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Passes the streams to {@code ended}. */
    public OpenStreams(Ended ended) {
        this.ended = ended;
        this.messages = new Messages(this);
    }

    /**
     * Adds an event.
     *
     * @return whether it belongs to a stream or has no figures; figures without an id are refused
     */
    public boolean add(Event event) throws IOException {
        if (event.look().form() == Form.MESSAGES_EVENT) {
            return messages.add(event);
        }
        @Nullable String id = event.look().id().orElse(null);
        if (id == null) {
            return !event.look().hasUsage();
        }
        add(id, event);
        if (LAST.contains(event.look().type())) {
            end(id);
        }
        return true;
    }

    /** Adds an event to the stream of {@code id}, which may begin with it. */
    void add(String id, Event event) throws IOException {
        @Nullable JoinedStream stream = open.get(id);
        if (stream == null) {
            stream = new JoinedStream(id, event);
            open.put(id, stream);
        } else {
            bytes -= stream.size();
        }
        stream.add(event);
        bytes += stream.size();
        while (open.size() > MOST_STREAMS || (bytes > MOST_BYTES && open.size() > 1)) {
            end(open.keySet().iterator().next());
        }
    }

    /** The open stream of {@code id}; null if it was passed on. */
    @Nullable JoinedStream stream(String id) {
        return open.get(id);
    }

    /** Passes on the stream of {@code id}, if it is open. */
    void end(String id) throws IOException {
        @Nullable JoinedStream stream = open.remove(id);
        if (stream != null) {
            bytes -= stream.size();
            ended.accept(stream);
        }
    }

    /**
     * The mark with which the stream of a chat completion ends, {@code [DONE]}. It names none:
     * complete are those with figures, or the only one.
     */
    public void done() throws IOException {
        List<JoinedStream> chats =
                open.values().stream().filter(stream -> stream.form() == Form.CHAT_EVENT).toList();
        for (JoinedStream stream : chats) {
            if (stream.hasUsage() || chats.size() == 1) {
                end(stream.id());
            }
        }
    }

    /** Passes on all streams, because no event of theirs will come. */
    public void end() throws IOException {
        for (String id : List.copyOf(open.keySet())) {
            end(id);
        }
        messages.reset();
    }
}
