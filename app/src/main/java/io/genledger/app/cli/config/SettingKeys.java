package io.genledger.app.cli.config;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The options that a setting may stand in for. Options that delete or overwrite something, or that
 * name another server for the key, have to be typed.
 */
final class SettingKeys {

    /** The commands that have the option; none for an option of every command. */
    private static final Map<String, Set<String>> COMMANDS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("db", Set.of()),
                            Map.entry("color", Set.of()),
                            Map.entry("account", Set.of("track", "collect", "follow", "import")),
                            Map.entry("timezone", Set.of("report", "audit")),
                            Map.entry("by", Set.of("report")),
                            Map.entry("byok-fee", Set.of("why", "audit")),
                            Map.entry("byok-allowance", Set.of("why", "audit")),
                            Map.entry("fail-on", Set.of("audit")),
                            Map.entry("rate", Set.of("collect")),
                            Map.entry("concurrency", Set.of("collect")),
                            Map.entry("give-up-after", Set.of("collect")),
                            Map.entry("refresh-after", Set.of("collect"))));

    private SettingKeys() {}

    /** All options, in the order of the alphabet. */
    static Set<String> options() {
        return COMMANDS.keySet();
    }

    /** The commands for which {@code option} can be set alone. */
    static Collection<String> commandsWith(String option) {
        return new TreeSet<>(COMMANDS.getOrDefault(option, Set.of()));
    }

    /** The commands that have at least one of the options. */
    static Set<String> commands() {
        Set<String> all = new TreeSet<>();
        COMMANDS.values().forEach(all::addAll);
        return all;
    }

    /** The options that can be set for {@code command} alone; for every command if it is empty. */
    static Set<String> optionsOf(Optional<String> command) {
        Set<String> all = new TreeSet<>(options());
        command.ifPresent(name -> all.removeIf(option -> !commandsWith(option).contains(name)));
        return all;
    }

    /** The key of an option, for one command or for all. */
    static String key(Optional<String> command, String option) {
        return command.map(name -> name + ".").orElse("") + option;
    }
}
