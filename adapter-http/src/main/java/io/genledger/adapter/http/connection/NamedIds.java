package io.genledger.adapter.http.connection;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generation ids that the body of a response names. OpenRouter names the requested id in each
 * record and in each 404 (OPENROUTER.md §1.2, §3), so a body that names only another id belongs to
 * another request.
 */
public final class NamedIds {

    private static final Pattern GENERATION_ID = Pattern.compile("gen-[A-Za-z0-9-]+");

    private final String text;

    /**
     * @param body the body of a response, in any encoding; ids are found in ASCII and its supersets
     */
    public NamedIds(byte[] body) {
        this(new String(body, StandardCharsets.ISO_8859_1));
    }

    NamedIds(String text) {
        this.text = text;
    }

    /** Whether the body names {@code id} itself, not only a longer id that contains it. */
    public boolean contain(String id) {
        for (int start = text.indexOf(id); start >= 0; start = text.indexOf(id, start + 1)) {
            if (!isPartOfId(start - 1) && !isPartOfId(start + id.length())) {
                return true;
            }
        }
        return false;
    }

    /** An id that the body names instead of {@code id}; empty if it names {@code id} or none. */
    public Optional<String> insteadOf(String id) {
        if (contain(id)) {
            return Optional.empty();
        }
        Matcher named = GENERATION_ID.matcher(text);
        return named.find() ? Optional.of(named.group()) : Optional.empty();
    }

    private boolean isPartOfId(int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
}
