package io.genledger.adapter.json.binding;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a wire record in one of three states: absent, null, or with a value.
 *
 * @param <T> the type of the value: one of the domain's, or a wire record
 */
@JsonDeserialize(using = StatedDeserializer.class)
public final class Stated<T> {

    private static final Stated<?> ABSENT = new Stated<>(null);

    /** A field that is {@code null}. */
    static final Stated<?> NULL = new Stated<>(null);

    private final @Nullable T value;

    private Stated(@Nullable T value) {
        this.value = value;
    }

    /** A field that the document does not have. */
    @SuppressWarnings("unchecked") // holds no value of any type
    public static <T> Stated<T> absent() {
        return (Stated<T>) ABSENT;
    }

    /** A field with a value. */
    public static <T> Stated<T> of(T value) {
        return new Stated<>(value);
    }

    /** Whether the document does not have the field. */
    public boolean isAbsent() {
        return this == ABSENT;
    }

    /** The value; empty if the field is absent or null. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** This field if it has a value, else {@code other}; absent only if both are. */
    public Stated<T> or(Stated<T> other) {
        return value != null || other.isAbsent() ? this : other;
    }

    /** The field {@code inner} of the wire record in this field; absent if there is no record. */
    public <U> Stated<U> field(Function<? super T, Stated<U>> inner) {
        return value == null ? absent() : inner.apply(value);
    }
}
