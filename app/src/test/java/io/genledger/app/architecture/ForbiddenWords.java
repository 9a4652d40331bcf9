package io.genledger.app.architecture;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that the glossary replaced. */
public final class ForbiddenWords {

    /**
     * In flags, help, events and JSON. Settling is what a queue does to claims, and said nowhere.
     */
    public static final Pattern IN_TEXTS =
            words(
                    "settle[sd]?|settling|patience|max rest|resting|own key"
                        + " (?:fee|allowance|requests?)|free own"
                        + " key|aside|standing|verdicts?|company|troubles?|deeds?|revive[sd]?|whoever|nobody|somebody|anybody|the"
                        + " dead|bells?|turns?|steady");

    /** In the names of types. */
    static final Pattern IN_NAMES =
            words(
                    "patience|max rest|resting|own key|aside|standing|verdicts?|company"
                            + "|troubles?|deeds?|revive[sd]?|whoever|nobody|somebody|anybody|dead"
                            + "|bells?|turns?|steady");

    private ForbiddenWords() {}

    /** Those of {@code text}, in which hyphens and capitals separate words. */
    public static List<String> in(String text, Pattern words) {
        String spaced = text.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("[-_]", " ");
        return words.matcher(spaced.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }
}
