package io.genledger.app.cli.render;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/** The value of a field as people read it: dollars with their sign, times with their unit. */
final class FieldText {

    private FieldText() {}

    /** What {@code generation} states in {@code field}, if anything. */
    static Optional<String> of(MetadataField field, Generation generation) {
        return field.textIn(generation).map(text -> withUnit(field, text));
    }

    private static String withUnit(MetadataField field, String text) {
        return switch (field) {
            case LATENCY, MODERATION_LATENCY, GENERATION_TIME -> text + " ms";
            case USAGE, TOTAL_COST, UPSTREAM_INFERENCE_COST, CACHE_DISCOUNT ->
                    Numbers.dollars(UsdAmount.of(text));
            case TOKENS_PROMPT,
                    TOKENS_COMPLETION,
                    NATIVE_TOKENS_PROMPT,
                    NATIVE_TOKENS_COMPLETION,
                    NATIVE_TOKENS_REASONING,
                    NATIVE_TOKENS_CACHED ->
                    Numbers.count(Long.parseLong(text));
            default -> text;
        };
    }
}
