package io.genledger.app.view.generation;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of a record's fields by their kind: {@link UsdAmount} for money, {@link Duration} for
 * times, {@link Long} for counts, {@link Boolean} for flags, {@link Instant} for moments, a list of
 * {@link AttemptView} for attempts, else text.
 */
final class StatedFields {

    private static final Set<MetadataField> COUNTS =
            EnumSet.range(MetadataField.TOKENS_PROMPT, MetadataField.NUM_FETCHES);
    private static final Set<MetadataField> MONEY =
            EnumSet.range(MetadataField.USAGE, MetadataField.CACHE_DISCOUNT);
    private static final Set<MetadataField> FLAGS =
            EnumSet.of(MetadataField.IS_BYOK, MetadataField.STREAMED, MetadataField.CANCELLED);

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

    /** The named fields; empty if not stated. */
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
        if (MONEY.contains(field)) {
            return UsdAmount.of(text);
        }
        if (COUNTS.contains(field) || field == MetadataField.APP_ID) {
            return Long.valueOf(text);
        }
        if (FLAGS.contains(field)) {
            return Boolean.valueOf(text);
        }
        return field == MetadataField.CREATED_AT ? Instant.parse(text) : text;
    }
}
