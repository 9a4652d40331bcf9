package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.adapter.json.value.Limits;
import io.genledger.adapter.json.value.Refusal;
import io.genledger.adapter.json.value.Utf8;
import io.genledger.ports.document.UndecodableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Translates an exception of Jackson into one that a user understands. */
final class Fault {

    /** Each limit, by the beginning of Jackson's message that it is exceeded. */
    private static final Map<String, String> LIMITS =
            Map.of(
                    "Document nesting depth", Limits.NESTING + " levels of nesting",
                    "Number value length", Limits.NUMBER_TEXT + " characters of number",
                    "String value length", Limits.STRING_CHARS + " characters of text",
                    "Name length", Limits.NAME_CHARS + " characters of name");

    private static final String CUT_OFF = "expected the rest of the document, found its end";
    private static final String NOT_JSON = "expected JSON, found something else";

    private static final int LAST_ASCII = 127;

    private final JacksonException fault;
    private final byte[] bytes;

    /** A fault in the document with these bytes. */
    Fault(JacksonException fault, byte[] bytes) {
        this.fault = fault;
        this.bytes = bytes;
    }

    /** The translated fault, which lies in {@code field}. */
    UndecodableDocumentException in(Optional<String> field) {
        if (fault instanceof Refusal) {
            return undecodable(field, fault.getOriginalMessage());
        }
        if (!Utf8.isValid(bytes)) {
            return undecodable(field, Utf8.EXPECTED);
        }
        if (fault instanceof StreamConstraintsException) {
            return undecodable(field, limit(fault.getOriginalMessage()));
        }
        TokenStreamLocation place = fault.getLocation();
        long offset = place == null ? -1 : place.getByteOffset();
        if (offset < 0 && !(fault instanceof UnexpectedEndOfInputException)) {
            return undecodable(field, NOT_JSON);
        }
        String found = fromWord(offset);
        return fault instanceof UnexpectedEndOfInputException
                        || found.isEmpty()
                        || (field.isPresent() && found.chars().allMatch(Fault::isOfWord))
                ? undecodable(Optional.empty(), CUT_OFF)
                : undecodable(
                        field,
                        "expected JSON, found '" + Excerpt.of(found, Excerpt.VALUE_CHARS) + "'");
    }

    private UndecodableDocumentException undecodable(Optional<String> field, String reason) {
        TokenStreamLocation place = fault.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        return new UndecodableDocumentException(field, line, reason, fault);
    }

    private static String limit(String message) {
        return LIMITS.keySet().stream()
                .filter(message::startsWith)
                .map(limit -> "expected at most " + LIMITS.get(limit) + ", found more")
                .findFirst()
                .orElse(NOT_JSON);
    }

    /** The rest of the document, from the start of the word or number at {@code offset}. */
    private String fromWord(long offset) {
        int start = (int) Math.min(Math.max(offset, 0), bytes.length);
        while (start > 0 && isOfWord(bytes[start - 1])) {
            start--;
        }
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    private static boolean isOfWord(int c) {
        return c > 0 && c <= LAST_ASCII && (Character.isLetterOrDigit(c) || ".+-".indexOf(c) >= 0);
    }
}
