package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in plain words why a document is not JSON, or not JSON within {@link Limits}. */
final class SyntaxFault {

    /** How the parser begins to speak of a limit, and how we do. */
    private static final Map<String, String> LIMITS =
            Map.of(
                    "Document nesting depth",
                    "expected at most " + Limits.NESTING + " levels of nesting, found more",
                    "Number value length",
                    "expected at most " + Limits.NUMBER_TEXT + " characters of number, found more",
                    "String value length",
                    "expected at most " + Limits.STRING_CHARS + " characters of text, found more",
                    "Name length",
                    "expected at most " + Limits.NAME_CHARS + " characters of name, found more");

    private static final String SOME_LIMIT = "expected a document of modest size, found a huge one";
    private static final String CUT_OFF = "expected the rest of the document, found its end";
    private static final String NOT_JSON = "expected JSON, found something else";

    /** Bytes of four per character at most. */
    private static final int EXCERPT_BYTES = 4 * Excerpt.VALUE_CHARS;

    private SyntaxFault() {}

    /** Translates what the parser of {@code bytes} says while it reads {@code field}. */
    static UndecodableDocumentException in(
            byte[] bytes, Optional<String> field, JacksonException fault) {
        TokenStreamLocation place = fault.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        if (fault instanceof StreamConstraintsException) {
            String reason = limit(fault.getOriginalMessage());
            return new UndecodableDocumentException(field, line, reason, fault);
        }
        long offset = place == null ? -1 : place.getByteOffset();
        if (offset < 0 && !(fault instanceof UnexpectedEndOfInputException)) {
            return new UndecodableDocumentException(field, line, NOT_JSON, fault);
        }
        int start = wordStart(bytes, offset);
        if (fault instanceof UnexpectedEndOfInputException
                || start == bytes.length
                || (field.isPresent() && wordEnd(bytes, start) == bytes.length)) {
            return new UndecodableDocumentException(Optional.empty(), line, CUT_OFF, fault);
        }
        return new UndecodableDocumentException(field, line, notJson(bytes, start), fault);
    }

    private static String limit(String message) {
        return LIMITS.entrySet().stream()
                .filter(limit -> message.startsWith(limit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SOME_LIMIT);
    }

    private static String notJson(byte[] bytes, int start) {
        int length = Math.min(EXCERPT_BYTES, bytes.length - start);
        String found = new String(bytes, start, length, StandardCharsets.UTF_8);
        return "expected JSON, found '" + Excerpt.of(found, Excerpt.VALUE_CHARS) + "'";
    }

    /** Where the word or number begins in which the parser stopped. */
    private static int wordStart(byte[] bytes, long offset) {
        int start = (int) Math.min(Math.max(offset, 0), bytes.length);
        while (start > 0 && isOfWord(bytes[start - 1])) {
            start--;
        }
        return start;
    }

    private static int wordEnd(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && isOfWord(bytes[end])) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '.'
                || b == '+'
                || b == '-';
    }
}
