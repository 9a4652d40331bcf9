package io.genledger.domain.generation;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds generation ids in text of any kind: logs, NDJSON, chat-completion bodies, CSV.
 *
 * <p>Here the vendor's shapes are demanded, else every word of a log would be an id: {@code gen-},
 * at most one kind and one number, and a last part of ten or more letters and digits; an id without
 * a number ends in twenty or more.
 */
public final class GenerationIdScanner {

    private static final Pattern ID =
            Pattern.compile(
                    "(?<![A-Za-z0-9_-])gen-(?:(?:[a-z]{2,16}-)?\\d{9,11}-[A-Za-z0-9]{10,64}"
                            + "|(?:[a-z]{2,16}-)?[A-Za-z0-9]{20,64})(?![A-Za-z0-9_-])");

    /** No id is longer than this, so a window that overlaps by as much misses none. */
    public static final int LONGEST = 104;

    private GenerationIdScanner() {}

    /** The ids in {@code text}, each once, in the order of their first appearance. */
    public static Set<GenerationId> idsIn(CharSequence text) {
        Set<GenerationId> ids = new LinkedHashSet<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            ids.add(new GenerationId(matcher.group()));
        }
        return ids;
    }
}
