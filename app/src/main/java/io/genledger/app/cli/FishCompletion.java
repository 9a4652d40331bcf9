package io.genledger.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish, which picocli does not write. */
final class FishCompletion {

    private static final String BEGIN = "complete -c genledger ";
    private static final String SEEN_FIRST = "__fish_seen_subcommand_from ";
    private static final String SEEN = "; and " + SEEN_FIRST;

    private FishCompletion() {}

    static String of(CommandLine program) {
        List<String> lines = new ArrayList<>();
        lines.add(BEGIN + "-f -n __fish_use_subcommand");
        program.getCommandSpec().options().forEach(option -> lines.add(BEGIN + described(option)));
        program.getSubcommands()
                .forEach((name, command) -> {
                    lines.add(BEGIN + "-n __fish_use_subcommand " + argument(name, command));
                    addOptions(lines, name, command);
                    command.getSubcommands()
                            .forEach((part, described) -> {
                                lines.add(condition(name) + argument(part, described));
                                addOptions(lines, name + SEEN + part, described);
                            });
                });
        lines.add(condition("completion") + "-f -a 'bash zsh fish'");
        return String.join("\n", lines);
    }

    private static void addOptions(List<String> lines, String words, CommandLine command) {
        command.getCommandSpec().options().stream()
                .filter(option -> !option.inherited())
                .map(option -> condition(words) + described(option))
                .forEach(lines::add);
    }

    private static String argument(String name, CommandLine command) {
        return "-a " + name + description(command.getCommandSpec().usageMessage().description());
    }

    private static String condition(String command) {
        return BEGIN + "-n '" + SEEN_FIRST + command + "' ";
    }

    private static String described(OptionSpec option) {
        StringBuilder line = new StringBuilder();
        for (String name : option.names()) {
            line.append(
                    name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
            line.append(' ');
        }
        boolean takesValue = option.arity().max() > 0;
        return line
                + (takesValue ? "-r" : "")
                + values(option.longestName())
                + description(option.description());
    }

    /** The values of the ledger; none if there is no ledger. */
    private static String values(String option) {
        return BashCompletion.options().contains(option)
                ? " -f -a '(genledger values %s (commandline -ct) 2>/dev/null)'"
                        .formatted(option.substring(2))
                : "";
    }

    /** Only the first sentence, because later ones contain variables that picocli expands. */
    private static String description(String[] sentences) {
        if (sentences.length == 0) {
            return "";
        }
        String first = sentences[0].split("\\. |\\.$", 2)[0];
        return " -d '" + first.replace("'", "\\'") + "'";
    }
}
