package io.genledger.domain.report;

import io.genledger.domain.generation.Generation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** A property by which spend can be grouped. */
public enum Dimension {
    /** The calendar day of creation, ISO 8601, e.g. {@code 2025-08-20}. */
    DAY((g, zone) -> Optional.of(LocalDate.ofInstant(g.created().at(), zone))),
    /** The calendar month of creation, ISO 8601, e.g. {@code 2025-08}. */
    MONTH((g, zone) -> Optional.of(YearMonth.from(g.created().at().atZone(zone)))),
    /** The model's slug. */
    MODEL((g, zone) -> g.routing().model()),
    /** The provider that served the request. */
    PROVIDER((g, zone) -> g.routing().provider()),
    /** The app. */
    APP((g, zone) -> g.attribution().app()),
    /** The caller's end user. */
    USER((g, zone) -> g.attribution().externalUser());

    private final BiFunction<Generation, ZoneId, Optional<?>> value;

    Dimension(BiFunction<Generation, ZoneId, Optional<?>> value) {
        this.value = value;
    }

    /** The stable name, e.g. {@code model}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its values are periods. */
    public boolean isTime() {
        return this == DAY || this == MONTH;
    }

    /** The value in {@code generation}; empty if the record states none. */
    public Optional<String> of(Generation generation, ZoneId zone) {
        return value.apply(generation, zone).map(Object::toString);
    }
}
