package io.genledger.domain.generation;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds generation ids in text of any kind: logs, NDJSON, bodies of completions, CSV.
 *
 * <p>Only ids of {@linkplain GenerationId#isShapedLikeOpenRouters() OpenRouter's shapes} are found,
 * because {@link GenerationId} accepts any word.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="ids"}
 */
public final class GenerationIdScanner {

    /**
     * An id begins where a word begins, or directly after a terminal's control sequence, an escaped
     * line end or tab, or a percent-encoded character. The look-ahead comes first, because a
     * look-behind at every character is slow.
     */
    private static final String START =
            "(?=gen-)(?:(?<![A-Za-z0-9_-])|(?<=\\u001b\\[[0-9;]{0,20}m)|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2}))";

    private static final Pattern ID =
            Pattern.compile(START + GenerationId.SHAPE + "(?![A-Za-z0-9_-])");

    /** The length of the longest id. No part of a longer word is an id. */
    private static final int LONGEST = 104;

    private static final int WINDOW = 1 << 16;

    /**
     * The characters kept before a word: a control sequence in them decides whether an id may begin
     * there. Fewer than the shortest id has, so that they hold no id.
     */
    private static final int BEFORE_WORD = 23;

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

    /**
     * Passes every id in {@code text} to {@code ids}, some more than once. Only one window of the
     * text is in memory at a time.
     *
     * @throws IOException if {@code text} cannot be read
     */
    public static void scan(Reader text, Consumer<GenerationId> ids) throws IOException {
        StringBuilder window = new StringBuilder(2 * WINDOW);
        char[] chunk = new char[WINDOW];
        for (int read = text.read(chunk); read >= 0; read = text.read(chunk)) {
            window.append(chunk, 0, read);
            int cut = startOfLastWord(window);
            idsIn(window.substring(0, cut)).forEach(ids);
            int keepFrom = Math.max(cut - BEFORE_WORD, window.length() - LONGEST - 1);
            window.delete(0, Math.max(0, keepFrom));
        }
        idsIn(window).forEach(ids);
    }

    /** The start of the last word, which may continue in the next window. */
    private static int startOfLastWord(CharSequence window) {
        int start = window.length();
        while (start > 0 && isPartOfWord(window.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isPartOfWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
