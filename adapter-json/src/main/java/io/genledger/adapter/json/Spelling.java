package io.genledger.adapter.json;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the names of documented fields are spelled. */
public enum Spelling {

    /** OpenRouter's own: {@code total_cost}. */
    WIRE,

    /** That of OpenRouter's TypeScript SDK, and of files exported with it: {@code totalCost}. */
    SDK;

    private static final Pattern WORD = Pattern.compile("_([a-z])");

    /** The name of {@code field}, whose constant is named like the wire, in capitals. */
    String of(Enum<?> field) {
        String wireName = field.name().toLowerCase(Locale.ROOT);
        return this == WIRE
                ? wireName
                : WORD.matcher(wireName).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
