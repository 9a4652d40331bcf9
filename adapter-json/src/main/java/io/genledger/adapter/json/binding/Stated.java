package io.genledger.adapter.json.binding;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a wire record in one of three states: absent, null, or with a value.
 *
 * @param <T> the type of the value, one of the domain's or a wire record
 */
@JsonDeserialize(using = StatedDeserializer.class)
public final class Stated<T> {

    private static final Stated<?> ABSENT = new Stated<>(null);
    private static final Stated<?> NULL = new Stated<>(null);

    private final @Nullable T value;

    private Stated(@Nullable T value) {
        this.value = value;
    }

    /** A field that the document does not have. */
    @SuppressWarnings("unchecked") // holds no value, whatever its type
    public static <T> Stated<T> absent() {
        return (Stated<T>) ABSENT;
    }

    /** A field that is {@code null}. */
    @SuppressWarnings("unchecked") // holds no value, whatever its type
    public static <T> Stated<T> ofNull() {
        return (Stated<T>) NULL;
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

    /**
     * A field of the wire record that this field holds; absent if this field holds none.
     *
     * @param component reads it
     */
    public <U> Stated<U> field(Function<? super T, Stated<U>> component) {
        return value == null ? absent() : component.apply(value);
    }
}
