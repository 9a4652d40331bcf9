package io.genledger.adapter.json;

import io.genledger.domain.generation.MetadataField;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields nobody documented, put back where they stood.
 *
 * @param ofRecord those of the record itself, as JSON text by name
 * @param ofAttempts those of its attempts, by the attempt's index
 */
record UnknownFields(Map<String, String> ofRecord, Map<Integer, Map<String, String>> ofAttempts) {

    private static final UnknownFields NONE = new UnknownFields(Map.of(), Map.of());

    private static final Pattern IN_ATTEMPT =
            Pattern.compile(
                    MetadataField.PROVIDER_RESPONSES.wireName() + "\\[(0|[1-9]\\d{0,8})\\]\\.(.*)",
                    Pattern.DOTALL);

    /**
     * Sorts out fields listed by their paths.
     *
     * @param attempts how many attempts there are; what looks like a field of a further one is the
     *     name of a field of the record
     */
    static UnknownFields of(Map<String, String> paths, int attempts) {
        if (paths.isEmpty()) {
            return NONE;
        }
        UnknownFields fields = new UnknownFields(new TreeMap<>(), new HashMap<>());
        paths.forEach((path, json) -> {
            Matcher parts = IN_ATTEMPT.matcher(path);
            if (parts.matches()
                    && Integer.parseInt(parts.group(1)) < attempts
                    && RecordFields.OF_ATTEMPT.find(parts.group(2)) == null) {
                fields.ofAttempts
                        .computeIfAbsent(Integer.parseInt(parts.group(1)), i -> new TreeMap<>())
                        .put(parts.group(2), json);
            } else {
                fields.ofRecord.put(path, json);
            }
        });
        return fields;
    }
}
