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

    private static final Set<String> REPORTS =
            Set.of("report", "daily", "weekly", "monthly", "session");
    private static final Set<String> LISTS = with(REPORTS, "list");
    private static final Set<String> PERIODS = with(LISTS, "audit");
    private static final Set<String> INTAKE = Set.of("track", "collect", "follow", "import");
    private static final Set<String> PLANS = Set.of("why", "show", "audit");
    private static final Set<String> COLLECT = Set.of("collect");
    private static final Set<String> LAKE = Set.of("lake", "serve");
    private static final Set<String> SERVE = with(COLLECT, "serve");

    /** The commands that have the option; none for an option of every command. */
    private static final Map<String, Set<String>> COMMANDS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("db", Set.of()),
                            Map.entry("color", Set.of()),
                            Map.entry("account", INTAKE),
                            Map.entry("timezone", PERIODS),
                            Map.entry("start-of-week", PERIODS),
                            Map.entry("by", REPORTS),
                            Map.entry("columns", LISTS),
                            Map.entry("order", LISTS),
                            Map.entry("limit", LISTS),
                            Map.entry("top", REPORTS),
                            Map.entry("round", REPORTS),
                            Map.entry("credit-fee", REPORTS),
                            Map.entry("byok-fee", PLANS),
                            Map.entry("byok-allowance", with(with(REPORTS, "status"), PLANS)),
                            Map.entry("lake", LAKE),
                            Map.entry("lake-user", with(LAKE, LISTS)),
                            Map.entry("lake-password", with(LAKE, LISTS)),
                            Map.entry("lake-driver", with(LAKE, LISTS)),
                            Map.entry("lake-ledger", LAKE),
                            Map.entry("lake-feed", LAKE),
                            Map.entry("fail-on", Set.of("audit")),
                            Map.entry("max-age", Set.of("status")),
                            Map.entry("account-key", SERVE),
                            Map.entry("rate", SERVE),
                            Map.entry("concurrency", COLLECT),
                            Map.entry("give-up-after", COLLECT),
                            Map.entry("refresh-after", SERVE)));

    /** The options whose values mean different things in different commands. */
    private static final Set<String> OF_ONE_COMMAND = Set.of("by", "columns", "order", "limit");

    private SettingKeys() {}

    private static Set<String> with(Set<String> commands, String command) {
        return with(commands, Set.of(command));
    }

    private static Set<String> with(Set<String> commands, Set<String> others) {
        Set<String> all = new TreeSet<>(commands);
        all.addAll(others);
        return all;
    }

    /** Why an option is not taken from a project's file; empty if it is. */
    static Optional<String> whyOnlyOfAUser(String option) {
        return switch (option) {
            case "account-key" -> Optional.of("a project's file does not say where keys are");
            case "lake-driver" ->
                    Optional.of("a project's file does not name a program that is loaded");
            case "lake-password" ->
                    Optional.of("a project's file does not say where a password is");
            case "lake" ->
                    Optional.of("a project's file does not name a server that gets a password");
            default -> Optional.empty();
        };
    }

    /** All options, in the order of the alphabet. */
    static Set<String> options() {
        return COMMANDS.keySet();
    }

    /** The commands for which {@code option} can be set alone. */
    static Collection<String> commandsWith(String option) {
        return new TreeSet<>(COMMANDS.getOrDefault(option, Set.of()));
    }

    /** Whether {@code option} can be set for all commands that have it. */
    static boolean isShared(String option) {
        return COMMANDS.containsKey(option) && !OF_ONE_COMMAND.contains(option);
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
        all.removeIf(option ->
                command.map(name -> !commandsWith(option).contains(name))
                        .orElse(!isShared(option)));
        return all;
    }

    /** The key of an option, for one command or for all. */
    static String key(Optional<String> command, String option) {
        return command.map(name -> name + ".").orElse("") + option;
    }
}
