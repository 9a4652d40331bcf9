package io.genledger.app.option;

import io.genledger.app.option.convert.WordConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** The JSON schemas of the values of options. */
public final class OptionSchema {

    private OptionSchema() {}

    /** The name of an option without dashes. */
    public static String name(OptionSpec option) {
        return NamedValues.named(option.longestName());
    }

    /** The description of an option, with options named without dashes. */
    public static String description(OptionSpec option) {
        return NamedValues.named(String.join(" ", option.description()));
    }

    /** The schema of the value of an option; an array of values if it can be repeated. */
    public static Map<String, Object> of(OptionSpec option) {
        return option.isMultiValue()
                ? Map.of("type", "array", "items", one(option, option.auxiliaryTypes()[0]))
                : one(option, option.type());
    }

    private static Map<String, Object> one(OptionSpec option, Class<?> type) {
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class) {
            return Map.of("type", "integer");
        }
        if (option.completionCandidates() instanceof WordConverter<?> words) {
            List<String> all = new ArrayList<>();
            words.forEach(all::add);
            return Map.of("type", "string", "enum", all);
        }
        return Map.of("type", "string");
    }
}
