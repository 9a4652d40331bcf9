package io.genledger.app.cli.render;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/** The value of a field for people: dollars with their sign, durations with their unit. */
final class FieldText {

    private FieldText() {}

    /** The value of {@code field}; empty if {@code generation} states none. */
    static Optional<String> of(MetadataField field, Generation generation) {
        return field.textIn(generation).map(text -> withUnit(field, text));
    }

    private static String withUnit(MetadataField field, String text) {
        return switch (field.kind()) {
            case MONEY -> Numbers.dollars(UsdAmount.of(text));
            case COUNT -> Numbers.count(Long.parseLong(text));
            case DURATION -> text + " ms";
            case ID, TEXT, NUMBER, FLAG, TIME, ATTEMPTS -> text;
        };
    }
}
