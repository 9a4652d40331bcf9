package io.genledger.app.mcp;

import io.genledger.app.option.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The bound of an answer's rows, which the argument {@code limit} names.
 *
 * @param standard the rows if the argument is not given
 * @param most its largest value
 */
record RowLimit(int standard, int most) {

    static final String NAME = "limit";

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    /**
     * The values with a limit.
     *
     * @throws UsageException if the limit is no number in range
     */
    Map<String, List<String>> in(Map<String, List<String>> values) {
        Map<String, List<String>> limited = new LinkedHashMap<>(values);
        List<String> stated = limited.computeIfAbsent(NAME, name -> List.of("" + standard));
        boolean isInRange =
                stated.size() == 1
                        && NUMBER.matcher(stated.get(0)).matches()
                        && Integer.parseInt(stated.get(0)) <= most;
        if (!isInRange) {
            throw new UsageException(
                    "limit: expected a whole number from 1 to %d, found %s"
                            .formatted(most, String.join(", ", stated)));
        }
        return limited;
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", 1);
        schema.put("maximum", most);
        schema.put("default", standard);
        schema.put("description", "Largest number of rows.");
        return schema;
    }
}
