package io.genledger.adapter.json.stream;

import io.genledger.adapter.json.recognise.Form;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The streams whose end was not seen, by the ids of their completions. Their memory is bounded: the
 * one without an event for the longest time is passed on, and those with figures first, because a
 * stream without them would be passed on as one of unknown spend, and its figures later.
 */
public final class OpenStreams {

    /** Receives each stream when it is complete, or its rest will not be seen. */
    @FunctionalInterface
    public interface Ended {
        void accept(JoinedStream stream) throws IOException;
    }

    private static final long MOST_BYTES = 16 << 20;

    /** Types of the events with which a response ends. */
    private static final List<String> LAST =
            List.of("response.completed", "response.incomplete", "response.failed");

    private final Ended ended;
    private final Messages messages;
    private final Map<String, JoinedStream> withoutFigures = new LinkedHashMap<>();
    private final Map<String, JoinedStream> withFigures = new LinkedHashMap<>();
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

    /**
     * A message of the Messages API began, and its first event cannot be read.
     *
     * @param line the line on which that event begins, from 1
     * @param id the id of the message; empty if it cannot be read
     */
    public void startUnreadable(long line, Optional<String> id) throws IOException {
        messages.startUnreadable(id.orElse("line " + line));
    }

    /** Adds an event to the stream of {@code id}, which may begin with it. */
    void add(String id, Event event) throws IOException {
        @Nullable JoinedStream open = remove(id);
        JoinedStream stream = open == null ? new JoinedStream(id, event) : open;
        stream.add(event);
        (stream.hasUsage() ? withFigures : withoutFigures).put(id, stream);
        bytes += stream.size();
        while (bytes > MOST_BYTES && withFigures.size() + withoutFigures.size() > 1) {
            end((withFigures.isEmpty() ? withoutFigures : withFigures).keySet().iterator().next());
        }
    }

    private @Nullable JoinedStream remove(String id) {
        @Nullable JoinedStream stream = withFigures.remove(id);
        if (stream == null) {
            stream = withoutFigures.remove(id);
        }
        bytes -= stream == null ? 0 : stream.size();
        return stream;
    }

    /** The open stream of {@code id}; null if it was passed on. */
    @Nullable JoinedStream stream(String id) {
        @Nullable JoinedStream stream = withFigures.get(id);
        return stream == null ? withoutFigures.get(id) : stream;
    }

    /** Passes on the stream of {@code id}, if it is open. */
    void end(String id) throws IOException {
        @Nullable JoinedStream stream = remove(id);
        if (stream != null) {
            ended.accept(stream);
        }
    }

    /** Passes on the stream of {@code id} without figures, if it is open. */
    void endWithoutFigures(String id) throws IOException {
        @Nullable JoinedStream stream = remove(id);
        if (stream != null) {
            stream.forgetUsage();
            ended.accept(stream);
        }
    }

    /**
     * The mark with which the stream of a chat completion ends, {@code [DONE]}. It names none:
     * complete are those with figures, or the only one.
     */
    public void done() throws IOException {
        List<JoinedStream> complete = chats(withFigures).toList();
        if (complete.isEmpty()) {
            List<JoinedStream> some = chats(withoutFigures).limit(2).toList();
            complete = some.size() == 1 ? some : List.of();
        }
        for (JoinedStream stream : complete) {
            end(stream.id());
        }
    }

    private static Stream<JoinedStream> chats(Map<String, JoinedStream> streams) {
        return streams.values().stream().filter(stream -> stream.form() == Form.CHAT_EVENT);
    }

    /** Passes on all streams in the order in which they began, because no event will follow. */
    public void end() throws IOException {
        List<JoinedStream> all = new ArrayList<>(withFigures.values());
        all.addAll(withoutFigures.values());
        all.sort(Comparator.comparingLong(JoinedStream::line));
        for (JoinedStream stream : all) {
            end(stream.id());
        }
        messages.reset();
    }
}
