package io.genledger.app.web.parameter;

import io.genledger.app.option.UsageException;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads the options of a command from the parameters of a URL: {@code ?last=7d&by=day,model} is
 * {@code --last 7d --by day,model}.
 */
public final class QueryParameters {

    private static final String PREFIX = "--";

    private QueryParameters() {}

    /**
     * Sets {@code options}, an object with picocli's annotations, from the parameters of {@code
     * request}.
     *
     * @param others the parameters that the route reads itself
     * @throws UsageException if a parameter is unknown or its value malformed
     */
    public static <T> T read(HttpRequest<?> request, T options, String... others) {
        HttpParameters parameters = request.getParameters();
        CommandLine line = new CommandLine(CommandSpec.create().addMixin("options", CommandSpec.forAnnotatedObject(options)));
        Set<String> read = Set.of(others);
        try {
            line.parseArgs(
                    parameters.asMap().entrySet().stream()
                            .filter(each -> !read.contains(each.getKey()))
                            .flatMap(each -> each.getValue().stream().map(value -> argument(line, each.getKey(), value)))
                            .toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
        return options;
    }

    private static String argument(CommandLine line, String name, String value) {
        String option = PREFIX + name;
        if (!line.getCommandSpec().optionsMap().containsKey(option)) {
            throw new UsageException("no parameter " + option);
        }
        return option + "=" + value;
    }
}
