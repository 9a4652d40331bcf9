package io.genledger.adapter.sql.retention;

import io.genledger.domain.attribution.ExternalUser;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a user in texts. The user is stated where the text has neither a letter nor a digit before
 * and behind it, so that the user {@code 7} is not found in {@code 0.17}.
 */
final class StatedUser {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/]))");
    private static final int HEXADECIMAL = 16;

    private final Pattern text;
    private final boolean isEmpty;

    StatedUser(ExternalUser user) {
        this.isEmpty = user.value().isEmpty();
        String boundary = "[\\p{L}\\p{N}]";
        this.text =
                Pattern.compile(
                        "(?<!%s)%s(?!%s)"
                                .formatted(boundary, Pattern.quote(user.value()), boundary));
    }

    /** Whether a text, or a document in JSON that may be damaged, states the user. */
    boolean isIn(byte[] document) {
        String read = new String(document, StandardCharsets.UTF_8);
        return isIn(read) || isIn(unescaped(read));
    }

    boolean isIn(String read) {
        return !isEmpty && text.matcher(read).find();
    }

    private static String unescaped(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(
                                escape.group(1) == null
                                        ? escape.group(2)
                                        : String.valueOf(
                                                (char)
                                                        Integer.parseInt(
                                                                escape.group(1), HEXADECIMAL))));
    }
}
