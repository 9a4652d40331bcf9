package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Sanitized;
import java.util.regex.Pattern;

/** The name of a file as it is typed in a shell. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._/+@%-]+");

    private ShellWord() {}

    /** {@code name}, in quotes if it holds characters that mean something to a shell. */
    public static String of(String name) {
        String shown = Sanitized.of(name);
        return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }
}
