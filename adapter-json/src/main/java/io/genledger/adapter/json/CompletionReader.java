package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads the body of a completion, bare or in an event of its stream. The conversation itself is
 * passed over; the figures of {@code usage} are kept, all of them.
 */
final class CompletionReader implements DocumentReader<CompletionBody> {

    /** What the last event of a responses stream wraps the body in. */
    static final String RESPONSE = "response";

    private static final String WRAPPED = RESPONSE + '.';
    private static final String CHOICES = "choices";
    private static final int SHOWN_CHARS = 2 * Excerpt.VALUE_CHARS;
    private static final String NO_FIGURES =
            "expected the completion's inline figures, found none: track its id and collect its own"
                    + " record";

    private final Tokens tokens;
    private final Map<String, WireValue> values = new HashMap<>();
    private final Map<String, String> unknown = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean hasFigures;

    /** Where the body begins: nothing, or {@code response.}. */
    private String place = "";

    /** What the paths in the object at hand begin with. */
    private String prefix = "";

    /** The path of the field whose value is being read. */
    private @Nullable String reading;

    CompletionReader(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public CompletionBody document() {
        if (tokens.next() != JsonToken.START_OBJECT) {
            throw tokens.undecodable(null, "expected a JSON object, found " + tokens.found());
        }
        object("");
        if (tokens.next() != null) {
            throw tokens.undecodable(
                    null, "expected the end of the document, found " + tokens.found());
        }
        if (!hasFigures) {
            throw new UndecodableDocumentException(
                    Optional.of(place + CompletionPaths.USAGE), 1, NO_FIGURES, null);
        }
        return new CompletionBody(place, values, unknown);
    }

    @Override
    public Optional<String> reading() {
        // The parser looks at a value while it reads the name before it.
        Optional<String> ahead = Optional.ofNullable(tokens.nameAhead()).map(prefix::concat);
        return Optional.ofNullable(reading).or(() -> ahead).map(CompletionReader::shown);
    }

    /** Reads the object at hand, whose fields' paths begin with {@code inside}. */
    private void object(String inside) {
        String outside = prefix;
        prefix = inside;
        reading = null;
        for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
            String path = prefix + name;
            reading = path;
            tokens.next();
            if (!seen.add(path)) {
                throw tokens.twice(shown(path));
            }
            field(path);
            reading = null;
        }
        prefix = outside;
    }

    private void field(String path) {
        boolean wrapped = path.startsWith(WRAPPED);
        String known = wrapped ? path.substring(WRAPPED.length()) : path;
        if (path.equals(RESPONSE) && isObjectOrNull(path)) {
            place = WRAPPED;
            object(WRAPPED);
        } else if (CompletionPaths.isValue(known)) {
            hasFigures |= CompletionPaths.isFigure(known);
            values.put(path, tokens.value());
        } else if (CompletionPaths.isObject(known)) {
            if (isObjectOrNull(path)) {
                object(path + '.');
            }
        } else if (known.equals(CHOICES)) {
            choices(path);
        } else if (CompletionPaths.isFigure(known)) {
            hasFigures = true;
            unknown.put(known, tokens.rawValue());
        } else {
            tokens.skipValue();
        }
    }

    /** True at an object, false at null, which says as little as no object. */
    private boolean isObjectOrNull(String path) {
        if (tokens.current() == JsonToken.START_OBJECT
                || tokens.current() == JsonToken.VALUE_NULL) {
            return tokens.current() == JsonToken.START_OBJECT;
        }
        throw expected(path, "an object");
    }

    /** Of several choices only the first is read: they share the figures. */
    private void choices(String path) {
        if (tokens.current() == JsonToken.VALUE_NULL) {
            return;
        }
        if (tokens.current() != JsonToken.START_ARRAY) {
            throw expected(path, "a list of choices");
        }
        for (int i = 0; tokens.next() != JsonToken.END_ARRAY; i++) {
            String choice = path + '[' + i + ']';
            reading = choice;
            if (i == 0 && isObjectOrNull(choice)) {
                object(choice + '.');
            } else {
                tokens.skipValue();
            }
        }
    }

    private UndecodableDocumentException expected(String path, String what) {
        return tokens.undecodable(shown(path), "expected " + what + ", found " + tokens.found());
    }

    private static String shown(String path) {
        return Excerpt.of(path, SHOWN_CHARS);
    }
}
