package io.genledger.app.view.generation;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a record's fields by their kind: {@link UsdAmount} for money, {@link Duration} for
 * times, {@link Long} for counts, {@link Boolean} for flags, {@link Instant} for moments, a list of
 * {@link AttemptView} for attempts, else text.
 */
final class StatedFields {

    private StatedFields() {}

    /** All stated fields but the attempts, in the order of the documentation. */
    static Map<MetadataField, Object> of(Generation generation) {
        Map<MetadataField, Object> stated = new EnumMap<>(MetadataField.class);
        for (MetadataField field : MetadataField.values()) {
            if (field != MetadataField.PROVIDER_RESPONSES) {
                value(field, generation).ifPresent(value -> stated.put(field, value));
            }
        }
        return Collections.unmodifiableMap(stated);
    }

    /** The values of {@code fields}; empty if not stated. */
    static Map<MetadataField, Optional<Object>> evidence(
            Collection<MetadataField> fields, Generation generation) {
        Map<MetadataField, Optional<Object>> evidence = new EnumMap<>(MetadataField.class);
        fields.forEach(field -> evidence.put(field, value(field, generation)));
        return Collections.unmodifiableMap(evidence);
    }

    private static Optional<Object> value(MetadataField field, Generation generation) {
        return switch (field) {
            case PROVIDER_RESPONSES -> Optional.of(AttemptView.of(generation));
            case LATENCY -> generation.timing().latency().map(Object.class::cast);
            case MODERATION_LATENCY ->
                    generation.timing().moderationLatency().map(Object.class::cast);
            case GENERATION_TIME -> generation.timing().generationTime().map(Object.class::cast);
            default -> field.textIn(generation).map(text -> typed(field, text));
        };
    }

    private static Object typed(MetadataField field, String text) {
        return switch (field.kind()) {
            case MONEY -> UsdAmount.of(text);
            case COUNT, NUMBER -> Long.valueOf(text);
            case FLAG -> Boolean.valueOf(text);
            case TIME -> Instant.parse(text);
            case ID, TEXT, DURATION, ATTEMPTS -> text;
        };
    }
}
