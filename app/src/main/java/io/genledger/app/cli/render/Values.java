package io.genledger.app.cli.render;

import io.genledger.domain.generation.FieldKind;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values of a record's fields for people: dollars with their sign, times with their unit. */
public final class Values {

    private Values() {}

    /** {@code value} of {@code field}. */
    public static String of(MetadataField field, Object value) {
        return switch (value) {
            case UsdAmount amount -> Numbers.dollars(amount);
            case Duration time -> Times.milliseconds(time);
            case Instant moment -> Times.millisecond(moment);
            case Long count when field.kind() == FieldKind.COUNT -> Numbers.count(count);
            default -> value.toString();
        };
    }

    /** Fields and their values in a row: {@code usage $0.00, finish_reason not stated}. */
    public static String evidence(Map<MetadataField, Optional<Object>> evidence) {
        return evidence.entrySet().stream()
                .map(each -> stated(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String stated(MetadataField field, Optional<Object> value) {
        if (value.filter(Collection.class::isInstance).isPresent()) {
            return "the attempts";
        }
        String text = value.map(stated -> of(field, stated)).orElse("not stated");
        return field.wireName() + " " + (text.isEmpty() ? "empty" : text);
    }
}
