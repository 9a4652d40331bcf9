package io.genledger.domain.generation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The identity of a generation. Records with the same id describe the same generation.
 *
 * <p>OpenRouter's shapes (OPENROUTER.md §2.1) are recognised but not required: any text that can
 * safely stand in a URL, a log line and a file name is accepted.
 *
 * @param value 1 to {@value #MAX_LENGTH} printable ASCII characters, no space
 */
public record GenerationId(String value) implements Comparable<GenerationId> {

    /** Five times the longest id seen. */
    public static final int MAX_LENGTH = 200;

    /**
     * The shapes of OpenRouter's ids (OPENROUTER.md §2.1): {@code gen-}, at most one kind and one
     * number, and a last part of ten or more letters and digits; without a number, of twenty or
     * more.
     */
    static final String SHAPE =
            "gen-(?:(?:[a-z]{2,16}-)?\\d{9,11}-[A-Za-z0-9]{10,64}"
                    + "|(?:[a-z]{2,16}-)?[A-Za-z0-9]{20,64})";

    private static final Pattern OPENROUTERS = Pattern.compile(SHAPE);

    private static final char DELETE = 127;

    private static final String PREFIX = "gen-";
    private static final String SEPARATOR = "-";
    private static final int SECOND_DIGITS = 10;

    /**
     * @throws IllegalArgumentException if {@code value} is empty, too long, or holds anything but
     *     printable ASCII
     */
    public GenerationId {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !isPrintableAscii(value)) {
            throw new IllegalArgumentException(
                    "not a generation id: expected 1 to "
                            + MAX_LENGTH
                            + " printable ASCII characters without spaces");
        }
    }

    /**
     * The id that is the whole of {@code text}; empty if {@code text} {@linkplain
     * #isShapedLikeOpenRouters() has none of OpenRouter's shapes}.
     */
    public static Optional<GenerationId> ofOpenRouter(String text) {
        return OPENROUTERS.matcher(text).matches()
                ? Optional.of(new GenerationId(text))
                : Optional.empty();
    }

    /**
     * Whether the id has one of OpenRouter's shapes (OPENROUTER.md §2.1, lookalikes §2.3). An
     * abbreviation such as {@code gen-1769532074} has none, nor has the name of a span such as
     * {@code gen-…:attempt-0}.
     */
    public boolean isShapedLikeOpenRouters() {
        return OPENROUTERS.matcher(value).matches();
    }

    /**
     * The second at which the request began, as newer ids state it (OPENROUTER.md §2.2); empty for
     * older ids and those of other gateways.
     */
    public Optional<Instant> startedAt() {
        int kind = PREFIX.length();
        int kindEnd = endOf(kind, GenerationId::isOfKind);
        int second = kindEnd > kind ? kindEnd + 1 : kind;
        int secondEnd = endOf(second, GenerationId::isDigit);
        int last = secondEnd + 1;
        boolean dated =
                value.startsWith(PREFIX)
                        && value.startsWith(SEPARATOR, second - 1)
                        && secondEnd == second + SECOND_DIGITS
                        && value.startsWith(SEPARATOR, secondEnd)
                        && last < value.length()
                        && endOf(last, GenerationId::isLetterOrDigit) == value.length();
        return dated
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(value, second, secondEnd, 10)))
                : Optional.empty();
    }

    /**
     * The kind that the id names, e.g. {@code emb} for an embedding; empty for text and for older
     * ids (OPENROUTER.md §2.1).
     */
    public Optional<String> kind() {
        int begin = PREFIX.length();
        int end = endOf(begin, GenerationId::isOfKind);
        return value.startsWith(PREFIX) && end > begin && value.startsWith(SEPARATOR, end)
                ? Optional.of(value.substring(begin, end))
                : Optional.empty();
    }

    /**
     * The end of the characters of {@code kind} that begin at {@code from}. A regular expression
     * would take most of the time of an assessment.
     */
    private int endOf(int from, IntPredicate kind) {
        int end = from;
        while (end < value.length() && kind.test(value.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    private static boolean isOfKind(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(GenerationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
