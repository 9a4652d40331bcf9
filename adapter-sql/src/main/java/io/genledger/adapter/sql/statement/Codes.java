package io.genledger.adapter.sql.statement;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enum constants as text columns: the name in lower case, such as {@code given_up}. */
public final class Codes {

    private Codes() {}

    /** The code of {@code value}. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant of {@code code}.
     *
     * @throws IllegalArgumentException if {@code type} has no constant of that name
     */
    public static <E extends Enum<E>> E to(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }

    /** The constant of {@code code}; empty if it is null. */
    public static <E extends Enum<E>> Optional<E> toOptional(Class<E> type, @Nullable String code) {
        return Optional.ofNullable(code).map(known -> to(type, known));
    }
}
