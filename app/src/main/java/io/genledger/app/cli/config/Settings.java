package io.genledger.app.cli.config;

import io.genledger.app.cli.config.Setting.Source;
import io.genledger.app.cli.console.Console;
import io.genledger.app.option.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the environment and of the config files.
 *
 * @param project the project's config file; empty if there is none
 * @param user the place of the user's config file; empty if there is no home folder
 * @param all the settings, each preferred to those of its option after it
 */
public record Settings(Optional<Path> project, Optional<Path> user, List<Setting> all) {

    /** Without settings, for help texts. */
    public static final Settings NONE = new Settings(Optional.empty(), Optional.empty(), List.of());

    /** Copies the settings. */
    public Settings {
        all = List.copyOf(all);
    }

    /**
     * Reads the variables {@code GENLEDGER_OPTION} and {@code GENLEDGER_COMMAND_OPTION} and the
     * files.
     *
     * @param folder the working folder
     * @throws UsageException if a file is wrong
     */
    public static Settings read(Console console, Path folder) {
        ConfigFiles files = ConfigFiles.of(console, folder);
        List<Setting> all = new ArrayList<>(variables(console));
        files.project().ifPresent(file -> all.addAll(ConfigFile.read(file, Source.PROJECT)));
        files.user()
                .filter(Files::exists)
                .ifPresent(file -> all.addAll(ConfigFile.read(file, Source.USER)));
        return new Settings(files.project(), files.user(), all);
    }

    /** The commands that have options for which a setting may stand in. */
    public static Set<String> commands() {
        return SettingKeys.commands();
    }

    /** The commands for which {@code option} can be set alone; none for one of every command. */
    public static Collection<String> commandsWith(String option) {
        return SettingKeys.commandsWith(option);
    }

    /** The setting of an option of every command. */
    public Optional<Setting> find(String option) {
        return all.stream().filter(each -> each.key().equals(option)).findFirst();
    }

    /** The setting of an option of {@code command}; in each place, its own before that of all. */
    public Optional<Setting> find(String command, String option) {
        if (!SettingKeys.commandsWith(option).contains(command)) {
            return Optional.empty();
        }
        String own = SettingKeys.key(Optional.of(command), option);
        for (Source source : Source.values()) {
            List<Setting> stated = all.stream().filter(each -> each.source() == source).toList();
            Optional<Setting> found =
                    stated.stream()
                            .filter(each -> each.key().equals(own))
                            .findFirst()
                            .or(() ->
                                    stated.stream()
                                            .filter(each -> each.key().equals(option))
                                            .findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether no preferred place states another value for every command. */
    public boolean holds(Setting setting) {
        Collection<String> commands = SettingKeys.commandsWith(setting.option());
        return commands.isEmpty()
                ? find(setting.key()).filter(setting::equals).isPresent()
                : commands.stream()
                        .flatMap(command -> find(command, setting.option()).stream())
                        .anyMatch(setting::equals);
    }

    private static List<Setting> variables(Console console) {
        List<Setting> stated = new ArrayList<>();
        for (String option : SettingKeys.options()) {
            if (SettingKeys.isShared(option)) {
                variable(console, option).ifPresent(stated::add);
            }
            for (String command : SettingKeys.commandsWith(option)) {
                variable(console, SettingKeys.key(Optional.of(command), option))
                        .ifPresent(stated::add);
            }
        }
        return stated;
    }

    private static Optional<Setting> variable(Console console, String key) {
        String name = "GENLEDGER_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return console.variable(name)
                .map(value -> new Setting(key, value, Source.ENVIRONMENT, name, Optional.empty()));
    }
}
