package io.genledger.app.option;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads the options of a command from values by name: {@code last} 7d and {@code by} day,model are
 * {@code --last 7d --by day,model}.
 */
public final class NamedValues {

    private static final String PREFIX = "--";

    /** An option as the command line writes it. */
    private static final Pattern OPTION = Pattern.compile(PREFIX + "(?=[a-z])");

    private NamedValues() {}

    /**
     * Sets {@code options}, an object with picocli's annotations.
     *
     * @param values the values by the names of options without dashes
     * @param advice where the names are listed, for the message about an unknown one
     * @throws UsageException if a name is unknown, a required one missing, or a value malformed
     */
    public static <T> T read(Map<String, ? extends List<String>> values, T options, String advice) {
        CommandLine line = new CommandLine(spec(options));
        String[] arguments =
                values.entrySet().stream()
                        .flatMap(each ->
                                each.getValue().stream()
                                        .map(value -> argument(line, each.getKey(), value, advice)))
                        .toArray(String[]::new);
        try {
            line.parseArgs(arguments);
        } catch (MissingParameterException missing) {
            throw new UsageException(
                    ((OptionSpec) missing.getMissing().get(0)).longestName() + " is missing");
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

    /** {@code message} with options named without dashes. */
    public static String named(String message) {
        return OPTION.matcher(message).replaceAll("");
    }

    /** The options become those of a command, as the mixin of one. */
    private static CommandSpec spec(Object options) {
        return CommandSpec.create().addMixin("options", CommandSpec.forAnnotatedObject(options));
    }

    private static String argument(CommandLine line, String name, String value, String advice) {
        String option = PREFIX + name;
        if (!line.getCommandSpec().optionsMap().containsKey(option)) {
            throw new UsageException("there is no parameter " + name + " here; " + advice);
        }
        if (value.indexOf('\0') >= 0) {
            throw new UsageException(option + ": a value cannot contain the character NUL");
        }
        return option + "=" + value;
    }
}
