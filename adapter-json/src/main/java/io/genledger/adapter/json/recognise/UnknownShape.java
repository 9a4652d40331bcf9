package io.genledger.adapter.json.recognise;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.value.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The fields of a document of no known form, to tell a user which document is meant. */
public final class UnknownShape {

    /** Enough to know a document again. */
    private static final int MOST_NAMES = 4;

    private static final int NAME_CHARS = 40;

    private final List<String> names = new ArrayList<>();

    /** The name of the first list of objects. */
    private Optional<String> list = Optional.empty();

    /** The fields of the first object in that list. */
    private final List<String> inList = new ArrayList<>();

    private UnknownShape() {}

    /**
     * What the document looks like, in words that follow "an object".
     *
     * @return empty if it states an id or a field that only a record has; then its own fault says
     *     more
     */
    public static Optional<String> of(byte[] document) {
        UnknownShape shape = new UnknownShape();
        try (JsonParser parser = Binding.parser(document)) {
            shape.read(parser);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
        return shape.isNoRecord() ? Optional.of(shape.inWords()) : Optional.empty();
    }

    private void read(JsonParser parser) {
        parser.nextToken();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            names.add(name);
            if (parser.nextToken() == JsonToken.START_ARRAY && list.isEmpty()) {
                readFirst(parser, name);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readFirst(JsonParser parser, String name) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            list = Optional.of(name);
            for (String in = parser.nextName(); in != null; in = parser.nextName()) {
                inList.add(in);
                parser.nextToken();
                parser.skipChildren();
            }
        }
        while (!parser.hasToken(JsonToken.END_ARRAY)) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    private boolean isNoRecord() {
        return !names.contains("id") && names.stream().noneMatch(RecordFields.NAMES::contains);
    }

    private String inWords() {
        if (list.isPresent()) {
            return "with a list in "
                    + Excerpt.of(list.get(), NAME_CHARS)
                    + ", whose elements have "
                    + inWords(inList);
        }
        return "with " + inWords(names);
    }

    private static String inWords(List<String> fields) {
        if (fields.isEmpty()) {
            return "no field";
        }
        return (fields.size() == 1 ? "the field " : "the fields ")
                + fields.stream()
                        .limit(MOST_NAMES)
                        .map(name -> Excerpt.of(name, NAME_CHARS))
                        .collect(Collectors.joining(", "))
                + (fields.size() > MOST_NAMES ? ", …" : "");
    }
}
