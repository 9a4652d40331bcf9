package io.genledger.app.web.parameter;

import io.genledger.app.option.NamedValues;
import io.genledger.app.option.UsageException;
import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the options of a command from the parameters of a URL: {@code ?last=7d&by=day,model} is
 * {@code --last 7d --by day,model}.
 */
public final class QueryParameters {

    private QueryParameters() {}

    /**
     * Sets {@code options}, an object with picocli's annotations, from the parameters of {@code
     * request}.
     *
     * @param others the parameters that the route reads itself
     * @throws UsageException if a parameter is unknown or its value malformed
     */
    public static <T> T read(HttpRequest<?> request, T options, String... others) {
        Map<String, List<String>> values = new LinkedHashMap<>(request.getParameters().asMap());
        values.keySet().removeAll(Set.of(others));
        return NamedValues.read(values, options, "see /openapi.json");
    }
}
