package io.genledger.app.cli.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Gives options that are not on the command line the values of the settings. */
public final class ConfiguredDefaults implements IDefaultValueProvider {

    private final Settings settings;

    public ConfiguredDefaults(Settings settings) {
        this.settings = settings;
    }

    /** The value for an option; none for {@code --db}, whose setting is no typed option. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        // Picocli would replace variables such as ${sys:user.home}.
        return setting(argument).map(setting -> setting.value().replace("${", "$${")).orElse(null);
    }

    /** The error with the place of the setting before it, if the value is that of a setting. */
    public ParameterException located(ParameterException wrong) {
        return Optional.ofNullable(wrong.getArgSpec())
                .flatMap(this::setting)
                .filter(setting -> List.of(setting.value().split(",")).contains(wrong.getValue()))
                .map(setting ->
                        new ParameterException(
                                wrong.getCommandLine(),
                                setting.place() + ": " + setting.key() + ": " + wrong.getMessage(),
                                wrong,
                                wrong.getArgSpec(),
                                wrong.getValue()))
                .orElse(wrong);
    }

    private Optional<Setting> setting(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.longestName().equals("--db")) {
            return Optional.empty();
        }
        String name = option.longestName().replaceFirst("^--", "");
        Optional<Setting> everywhere =
                Settings.commandsWith(name).isEmpty() ? settings.find(name) : Optional.empty();
        return everywhere.or(() -> settings.find(command(option.command()), name));
    }

    /** The first word after the program's name. */
    private static String command(CommandSpec command) {
        String[] words = command.qualifiedName().split(" ", 3);
        return words.length > 1 ? words[1] : "";
    }
}
