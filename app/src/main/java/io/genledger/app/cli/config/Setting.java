package io.genledger.app.cli.config;

import io.genledger.app.cli.console.ErrorTranslation;
import io.genledger.app.key.SecretPlace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A value that stands in for an option.
 *
 * @param key the name of the option without dashes, after {@code COMMAND.} if it holds for one
 *     command only
 * @param value the value as it would be written on the command line
 * @param source the kind of place that states it
 * @param place the variable, or the file and the line, as messages name it
 * @param folder the folder of the file; empty for a variable
 */
public record Setting(
        String key, String value, Source source, String place, Optional<Path> folder) {

    /** The kinds of places, each preferred to those after it. */
    public enum Source {
        /** An environment variable. */
        ENVIRONMENT,
        /** The project's config file. */
        PROJECT,
        /** The user's config file. */
        USER
    }

    /** The value to print: without a password, also if one stands where its place was expected. */
    public String shown() {
        return option().equals("lake-password") && SecretPlace.parse(value).isEmpty()
                ? "…"
                : ErrorTranslation.withoutSecrets(value);
    }

    /** The option's name without dashes. */
    String option() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** The stable name of the source, e.g. {@code project}. */
    public String sourceCode() {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
