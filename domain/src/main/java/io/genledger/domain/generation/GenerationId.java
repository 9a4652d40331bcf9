package io.genledger.domain.generation;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a generation. Two records with the same id are the same generation.
 *
 * <p>OpenRouter's shapes ({@code gen-1755676927-7WlHzIQWGoPWoKYj3Arf}) are recognised but not
 * demanded: whatever is safe to put into a URL, a log line and a file is an id.
 *
 * @param value 1 to {@value #MAX_LENGTH} printable ASCII characters, no space
 */
public record GenerationId(String value) implements Comparable<GenerationId> {

    /** Five times the longest id seen. */
    public static final int MAX_LENGTH = 200;

    private static final char DELETE = 127;

    private static final Pattern DATED = Pattern.compile("gen-(?:[a-z]+-)?(\\d{10})-[A-Za-z0-9]+");

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
     * The second at which the request began, which OpenRouter writes into its newer ids; empty for
     * older ids and foreign ones.
     */
    public Optional<Instant> startedAt() {
        Matcher dated = DATED.matcher(value);
        return dated.matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(dated.group(1))))
                : Optional.empty();
    }

    /** The kind of generation an id names, e.g. {@code emb}; empty for text, and for old ids. */
    public Optional<String> kind() {
        int begin = "gen-".length();
        int end = value.indexOf('-', begin);
        return value.startsWith("gen-")
                        && end > begin
                        && value.chars().limit(end).skip(begin).allMatch(c -> c >= 'a' && c <= 'z')
                ? Optional.of(value.substring(begin, end))
                : Optional.empty();
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
