package io.genledger.adapter.json.stream;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.recognise.Look;
import io.genledger.adapter.json.split.LongStrings;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One event of a stream. */
public final class Event {

    /** An event that is longer is kept without its long strings. */
    private static final int LONG_EVENT = 4 << 10;

    private static final List<String> PROMPT =
            List.of("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens");

    private final long line;
    private final Look look;
    private final byte[] json;

    /**
     * @param line the line on which it begins, from 1
     * @param look what it shows
     * @param json its JSON, which the event owns from now on
     */
    public Event(long line, Look look, byte[] json) {
        this.line = line;
        this.look = look;
        this.json = json.length > LONG_EVENT ? LongStrings.shortened(json) : json;
    }

    long line() {
        return line;
    }

    Look look() {
        return look;
    }

    /** Whether its usage states a cost. */
    boolean hasCost() {
        JsonNode event = tree();
        return event.at("/usage/cost").isNumber() || event.at("/response/usage/cost").isNumber();
    }

    /**
     * The tokens of the prompt that the first event of a message and its figures both state:
     * uncached, written to the cache and read from it (OPENROUTER.md §9.3). Empty if none are
     * stated, or zero, as for a model that counts them at the end.
     */
    List<Long> prompt() {
        JsonNode event = tree();
        JsonNode usage = event.has("message") ? event.at("/message/usage") : event.path("usage");
        List<Long> counts = PROMPT.stream().map(name -> usage.path(name).asLong(0)).toList();
        return counts.stream().allMatch(count -> count == 0) ? List.of() : counts;
    }

    private JsonNode tree() {
        try (JsonParser parser = Binding.parser(json)) {
            return parser.readValueAsTree();
        } catch (JacksonException broken) {
            return MissingNode.getInstance();
        }
    }

    /** Its JSON without long strings; not a copy. */
    byte[] json() {
        return json;
    }
}
