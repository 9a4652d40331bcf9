package io.genledger.app.web.openapi;

import io.genledger.app.option.NamedValues;
import io.genledger.app.option.OptionSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Options of the command line as parameters of a URL in OpenAPI's form. */
final class OptionParameters {

    private OptionParameters() {}

    /** The parameters from which the options of {@code type} are read. */
    static Stream<Map<String, Object>> of(Class<?> type) {
        return NamedValues.options(type).map(OptionParameters::parameter);
    }

    private static Map<String, Object> parameter(OptionSpec option) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", OptionSchema.name(option));
        parameter.put("in", "query");
        parameter.put("description", OptionSchema.description(option));
        if (option.required()) {
            parameter.put("required", true);
        }
        if (option.type() == boolean.class) {
            parameter.put("allowEmptyValue", true);
        }
        if (option.isMultiValue()) {
            parameter.put("explode", option.splitRegex().isEmpty());
        }
        parameter.put("schema", OptionSchema.of(option));
        return parameter;
    }
}
