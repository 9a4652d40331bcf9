package io.genledger.app.key;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place that holds a secret.
 *
 * @param kind the kind of place
 * @param name the name of the variable, the file or the credential; not blank
 */
public record SecretPlace(Kind kind, String name) {

    /** The form of a place, for messages. */
    public static final String FORM = "env:NAME, file:PATH or credential:NAME";

    static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    private static final Pattern PLACE = Pattern.compile("(env|file|credential):(.+)");

    /** The kinds of places. */
    public enum Kind {
        /** An environment variable. */
        ENV,
        /** A file. */
        FILE,
        /** A credential that systemd passes to a service. */
        CREDENTIAL
    }

    /** Reads {@code env:NAME}, {@code file:PATH} or {@code credential:NAME}; empty for others. */
    public static Optional<SecretPlace> parse(String text) {
        return Optional.of(PLACE.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(form ->
                        new SecretPlace(
                                Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                                form.group(2)));
    }

    /**
     * The secret without white space around it; empty if its variable is not set.
     *
     * @param variables the value of an environment variable; empty if it is not set or blank
     * @param warnings receives a note about a file that all users can read
     * @throws IllegalArgumentException if there is no such file or credential, or it cannot be
     *     used; the message says what to do and omits the secret
     */
    public Optional<String> read(
            Function<String, Optional<String>> variables, Consumer<String> warnings) {
        return switch (kind) {
            case ENV -> variables.apply(name).map(String::strip);
            case FILE -> Optional.of(file(name, warnings));
            case CREDENTIAL -> Optional.of(file(folder(variables) + "/" + name, warnings));
        };
    }

    private String folder(Function<String, Optional<String>> variables) {
        return variables
                .apply(CREDENTIALS)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no credential "
                                        + name
                                        + ": systemd sets "
                                        + CREDENTIALS
                                        + " for a unit with LoadCredential="));
    }

    private static String file(String path, Consumer<String> warnings) {
        KeyFile file = new KeyFile(path);
        String secret = file.read();
        file.warning().ifPresent(warnings);
        return secret;
    }
}
