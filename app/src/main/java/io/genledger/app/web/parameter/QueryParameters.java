package io.genledger.app.web.parameter;

import io.genledger.app.option.UsageException;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads the options of a command from the parameters of a URL: {@code ?last=7d&by=day,model} is
 * {@code --last 7d --by day,model}.
 */
public final class QueryParameters {

    private static final String PREFIX = "--";

    /** An option as the command line writes it. */
    private static final Pattern OPTION = Pattern.compile(PREFIX + "(?=[a-z])");

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
        CommandLine line = new CommandLine(spec(options));
        Set<String> read = Set.of(others);
        try {
            line.parseArgs(
                    parameters.asMap().entrySet().stream()
                            .filter(each -> !read.contains(each.getKey()))
                            .flatMap(each ->
                                    each.getValue().stream()
                                            .map(value -> argument(line, each.getKey(), value)))
                            .toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
        return options;
    }

    /**
     * The options that {@link #read} sets.
     *
     * @param type a type with picocli's annotations and a constructor without parameters
     */
    public static Stream<OptionSpec> options(Class<?> type) {
        return spec(type).options().stream();
    }

    /** The options become those of a command, as the mixin of one. */
    private static CommandSpec spec(Object options) {
        return CommandSpec.create().addMixin("options", CommandSpec.forAnnotatedObject(options));
    }

    /** {@code message} with options named as parameters, without dashes. */
    public static String named(String message) {
        return OPTION.matcher(message).replaceAll("");
    }

    private static String argument(CommandLine line, String name, String value) {
        String option = PREFIX + name;
        if (!line.getCommandSpec().optionsMap().containsKey(option)) {
            throw new UsageException("there is no parameter " + name + " here; see /openapi.json");
        }
        return option + "=" + value;
    }
}
