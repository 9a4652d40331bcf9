package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the body of a completion states beside the conversation: well-formed, not interpreted yet.
 *
 * @param place where the body begins: empty, or {@code response.}
 * @param values the values that have a place in a record, by path from the beginning of the
 *     document
 * @param unknown the figures of {@code usage} that have none, by path from the beginning of the
 *     body, as compact JSON
 */
record CompletionBody(String place, Map<String, WireValue> values, Map<String, String> unknown) {

    /** Whether there is a field at one of {@code paths}, be it null. */
    boolean has(List<String> paths) {
        return paths.stream().anyMatch(path -> values.containsKey(place + path));
    }

    /**
     * The first value that there is at {@code paths}; null is none.
     *
     * @param paths from the beginning of the body, e.g. {@code usage.cost}
     * @param reading interprets a value
     * @throws UndecodableDocumentException if {@code reading} refuses it
     */
    <T> Optional<T> get(List<String> paths, Function<WireValue, T> reading) {
        for (String path : paths) {
            WireValue value = values.get(place + path);
            if (value != null && !value.isNull()) {
                return Optional.of(value.as(reading, () -> place + path));
            }
        }
        return Optional.empty();
    }
}
