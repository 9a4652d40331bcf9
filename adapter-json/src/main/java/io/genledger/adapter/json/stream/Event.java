package io.genledger.adapter.json.stream;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.recognise.Look;
import io.genledger.adapter.json.split.LongStrings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** One event of a stream. */
public final class Event {

    /** An event that is longer is kept without its long strings. */
    private static final int LONG_EVENT = 4 << 10;

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
        try (JsonParser parser = Binding.parser(json)) {
            JsonNode event = parser.readValueAsTree();
            return event.at("/usage/cost").isNumber()
                    || event.at("/response/usage/cost").isNumber();
        } catch (JacksonException broken) {
            return false;
        }
    }

    /** Its JSON without long strings; not a copy. */
    byte[] json() {
        return json;
    }
}
