package io.genledger.adapter.sql;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of our own vocabularies as the tables spell them. */
final class Codes {

    private Codes() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E to(Class<E> vocabulary, String code) {
        return Enum.valueOf(vocabulary, code.toUpperCase(Locale.ROOT));
    }

    static <E extends Enum<E>> Optional<E> toOptional(Class<E> vocabulary, @Nullable String code) {
        return Optional.ofNullable(code).map(known -> to(vocabulary, known));
    }
}
