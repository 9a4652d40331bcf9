package io.genledger.app.web.openapi;

import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.web.parameter.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Options of the command line as parameters of a URL in OpenAPI's form. */
final class OptionParameters {

    private OptionParameters() {}

    /** The parameters from which the options of {@code type} are read. */
    static Stream<Map<String, Object>> of(Class<?> type) {
        return QueryParameters.options(type).map(OptionParameters::parameter);
    }

    private static Map<String, Object> parameter(OptionSpec option) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", QueryParameters.named(option.longestName()));
        parameter.put("in", "query");
        parameter.put("description", QueryParameters.named(String.join(" ", option.description())));
        if (option.required()) {
            parameter.put("required", true);
        }
        if (option.isMultiValue()) {
            parameter.put("explode", option.splitRegex().isEmpty());
            parameter.put("schema", Map.of("type", "array", "items", schema(option)));
        } else {
            parameter.put("schema", schema(option));
        }
        return parameter;
    }

    private static Map<String, Object> schema(OptionSpec option) {
        Class<?> type = option.isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
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
