package io.genledger.app.cli.render;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to use in place of commands and options of ccusage that Genledger does not have. */
public final class CcusageWords {

    private static final Set<String> REPORTS =
            Set.of("report", "daily", "weekly", "monthly", "session");

    private static final String NO_PRICES =
            "amounts are what OpenRouter charged; no prices are fetched";
    private static final String PROJECT = "use --app NAME, or --by app";
    private static final String DEBUG = "use --verbose, or genledger why ID for one generation";

    private static final Map<String, String> COMMANDS =
            Map.of(
                    "blocks", "use report --by hour --last 24h",
                    "statusline", "use status --statusline");

    private static final Map<String, String> OPTIONS =
            Map.ofEntries(
                    Map.entry("--mode", NO_PRICES),
                    Map.entry("-m", NO_PRICES),
                    Map.entry("--cost-source", NO_PRICES),
                    Map.entry("--offline", NO_PRICES),
                    Map.entry("--no-offline", NO_PRICES),
                    Map.entry("-O", NO_PRICES),
                    Map.entry("--debug", DEBUG),
                    Map.entry("--debug-samples", DEBUG),
                    Map.entry("-d", DEBUG),
                    Map.entry("--instances", PROJECT),
                    Map.entry("-i", "use --session ID, or --app NAME"),
                    Map.entry("--id", "use --session ID"),
                    Map.entry("--project", PROJECT),
                    Map.entry("--project-aliases", PROJECT),
                    Map.entry("-p", PROJECT),
                    Map.entry("--locale", "dates are ISO 8601 in every locale"),
                    Map.entry("-l", "dates are ISO 8601 in every locale"),
                    Map.entry("--jq", "pipe --json to jq"),
                    Map.entry("-q", "pipe --json to jq"),
                    Map.entry("--config", "see genledger config"),
                    Map.entry("--no-color", "use --color never"),
                    Map.entry("--single-thread", "a report needs one thread"),
                    Map.entry(
                            "--compact",
                            "columns are left out on narrow terminals; choose them with"
                                    + " --columns"));

    private CcusageWords() {}

    /** A hint for the command {@code word}; empty if ccusage has no such command. */
    public static Optional<String> command(String word) {
        return Optional.ofNullable(COMMANDS.get(word));
    }

    /** A hint for the option {@code word} of a report; empty if ccusage has no such option. */
    public static Optional<String> option(String command, String word) {
        return Optional.ofNullable(OPTIONS.get(word)).filter(hint -> REPORTS.contains(command));
    }
}
