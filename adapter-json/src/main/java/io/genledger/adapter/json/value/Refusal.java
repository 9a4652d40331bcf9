package io.genledger.adapter.json.value;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/**
 * A value that is well-formed JSON and not what its field needs. It is a fault of Jackson's kind,
 * so that Jackson adds the path of the field to it.
 */
public final class Refusal extends DatabindException {

    private static final long serialVersionUID = 1L;

    private Refusal(JsonParser parser, String reason) {
        super(parser, reason);
    }

    /**
     * Refuses the value at which {@code parser} stands.
     *
     * @param expected what the field needs, e.g. {@code true or false}
     */
    public static Refusal expected(String expected, JsonParser parser) {
        return new Refusal(parser, "expected " + expected + ", found " + Found.at(parser));
    }

    /** Refuses a field that the same object had before; {@code parser} stands at its value. */
    public static Refusal repeated(JsonParser parser) {
        return new Refusal(parser, "expected the field once, found it twice");
    }

    /**
     * Refuses a list.
     *
     * @param most how many elements it may have
     * @param elements what they are called
     */
    public static Refusal tooMany(int most, String elements, JsonParser parser) {
        return new Refusal(parser, "expected at most %,d %s, found more".formatted(most, elements));
    }
}
