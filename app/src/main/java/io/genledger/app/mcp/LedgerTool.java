package io.genledger.app.mcp;

import io.genledger.app.option.NamedValues;
import io.genledger.app.option.OptionSchema;
import io.genledger.app.option.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A question that an agent can ask.
 *
 * @param <O> the type of its options, with picocli's annotations
 * @param name the name of the tool
 * @param title the name for people
 * @param description what it answers, for a language model that has never seen the program
 * @param options makes options that are still to be read
 * @param limit the bound of its rows; empty if it has no rows without bound
 * @param output the schema of its answer
 * @param question answers for options that were read
 */
record LedgerTool<O>(
        String name,
        String title,
        String description,
        Supplier<O> options,
        Optional<RowLimit> limit,
        Map<String, Object> output,
        Function<O, Answer> question) {

    /** What the command line shows by default, in the description of an option. */
    private static final Pattern DEFAULT_OF_COMMAND = Pattern.compile(" Default: a table [^.]*\\.");

    /**
     * @throws UsageException if an argument is unknown, missing or malformed
     */
    Answer answer(Map<String, Object> arguments) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        arguments.forEach((name, value) -> values.put(name, texts(name, value)));
        return question.apply(
                NamedValues.read(
                        limit.map(each -> each.in(values)).orElse(values),
                        options.get(),
                        "expected " + String.join(", ", properties().keySet())));
    }

    /** The schema of the arguments. */
    Map<String, Object> input() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties());
        schema.put("additionalProperties", false);
        List<String> required =
                specs().stream().filter(OptionSpec::required).map(OptionSchema::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        specs().forEach(option -> properties.put(OptionSchema.name(option), property(option)));
        limit.ifPresent(each -> properties.put(RowLimit.NAME, each.schema()));
        return properties;
    }

    private List<OptionSpec> specs() {
        return NamedValues.options(options.get().getClass()).toList();
    }

    private static Map<String, Object> property(OptionSpec option) {
        Map<String, Object> property = new LinkedHashMap<>(OptionSchema.of(option));
        property.put(
                "description",
                DEFAULT_OF_COMMAND.matcher(OptionSchema.description(option)).replaceAll(""));
        return property;
    }

    private static List<String> texts(String name, Object value) {
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            if (!(each instanceof String || each instanceof Number || each instanceof Boolean)) {
                throw new UsageException(
                        name + ": expected a text, a number, true or false, or an array of those");
            }
            texts.add(each.toString());
        }
        return texts;
    }
}
