package io.genledger.adapter.json.activity;

import io.genledger.adapter.json.value.Excerpt;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first row of the export, which names its columns (OPENROUTER.md §12.2). */
final class ActivityHeader {

    /** The column that every export of single generations has. */
    static final String ID = "generation_id";

    /** Columns without which a row states no spend of a generation. */
    private static final List<String> REQUIRED =
            List.of(ID, "created_at", "cost_total", "byok_usage_inference", "model_permaslug");

    /** Columns of exports with one row for many generations: what is summed, and by what. */
    private static final Set<String> SUMS =
            Set.of(
                    "spend",
                    "total_spend",
                    "cost",
                    "total_cost",
                    "usage",
                    "requests",
                    "tokens",
                    "total_tokens");

    private static final Set<String> GROUPS =
            Set.of(
                    "model",
                    "model_permaslug",
                    "provider",
                    "provider_name",
                    "app",
                    "app_name",
                    "key",
                    "api_key",
                    "api_key_name");

    /** By these, bills of others have rows, too, but with further columns. */
    private static final Set<String> COMMON_GROUPS = Set.of("date", "day", "user");

    private static final Pattern SEPARATORS = Pattern.compile("[,;\t|]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern OF_NO_HEADER = Pattern.compile("[{:=]");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("(^|.*[;\t|])-?\\d+,\\d+([;\t|].*|$)");
    private static final int NAME_CHARS = 100;
    private static final String AS_EXPORTED = ": import the file as OpenRouter exported it";

    private ActivityHeader() {}

    /** Whether {@code line} names columns of the export, or of OpenRouter's aggregated one. */
    static boolean isHeader(String line) {
        Set<String> names = names(line);
        return (names.contains(ID) && REQUIRED.stream().filter(names::contains).count() > 1)
                || isAggregated(line);
    }

    private static Set<String> names(String line) {
        return Arrays.stream(SEPARATORS.split(line))
                .map(name -> name.replace("\"", "").strip())
                .collect(Collectors.toSet());
    }

    private static boolean isAggregated(String line) {
        Set<String> columns =
                names(line).stream().map(ActivityHeader::inWords).collect(Collectors.toSet());
        return !OF_NO_HEADER.matcher(line).find()
                && !columns.contains(ID)
                && !Collections.disjoint(columns, SUMS)
                && (!Collections.disjoint(columns, GROUPS) || isOfCommonGroups(columns));
    }

    private static boolean isOfCommonGroups(Set<String> columns) {
        return !Collections.disjoint(columns, COMMON_GROUPS)
                && columns.stream()
                        .allMatch(name -> SUMS.contains(name) || COMMON_GROUPS.contains(name));
    }

    /** A name as OpenRouter's API would spell it: {@code api_key} for "API Key". */
    private static String inWords(String name) {
        return NO_LETTERS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("_"));
    }

    /** Whether rows under these columns can be read. */
    static boolean isReadable(List<String> columns) {
        return columns.containsAll(REQUIRED) && unusable(columns).isEmpty();
    }

    /**
     * What is wrong with a header whose rows cannot be read.
     *
     * @param line the header
     * @param columns its cells; empty if it is not well-formed CSV
     * @param nextLine the row after it, which shows what a spreadsheet did to the file
     */
    static String problem(String line, List<String> columns, String nextLine) {
        Set<String> names = names(line);
        if (isAggregated(line)) {
            return "expected the export with one row for each generation, found the aggregated one,"
                    + " which names no generation: on OpenRouter's page Activity, export the"
                    + " generations";
        }
        if (names.contains(ID) && !columns.contains(ID)) {
            return separator(line, nextLine);
        }
        return REQUIRED.stream()
                        .filter(name -> !columns.contains(name))
                        .findFirst()
                        .map(name -> "expected the column " + name + " in the header, found none")
                        .or(() ->
                                unusable(columns)
                                        .map(name ->
                                                "expected columns with different names, found '"
                                                        + Excerpt.of(name, Excerpt.VALUE_CHARS)
                                                        + "'"))
                        .orElseThrow()
                + AS_EXPORTED;
    }

    /** A name that is empty, too long, or the second one of its kind. */
    private static Optional<String> unusable(List<String> columns) {
        Set<String> seen = new HashSet<>();
        return columns.stream()
                .filter(name -> name.isBlank() || name.length() > NAME_CHARS || !seen.add(name))
                .findFirst();
    }

    private static String separator(String line, String nextLine) {
        if (line.indexOf('\r') >= 0) {
            return "expected lines that end with a line feed, found carriage returns alone, as a"
                    + " spreadsheet on a Mac saves them"
                    + AS_EXPORTED;
        }
        if (line.indexOf(';') < 0 && line.indexOf('\t') < 0) {
            return "expected columns separated by commas, found '"
                    + Excerpt.of(line, Excerpt.VALUE_CHARS)
                    + "'"
                    + AS_EXPORTED;
        }
        return "expected columns separated by commas, found "
                + (line.indexOf(';') >= 0 ? "semicolons (;)" : "tabs")
                + (DECIMAL_COMMA.matcher(nextLine).matches()
                        ? ", and amounts with a decimal comma"
                        : "")
                + ", as a spreadsheet saves them"
                + AS_EXPORTED;
    }
}
