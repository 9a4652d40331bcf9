package io.genledger.app.export.focus;

import io.genledger.ports.export.ExportRow;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sums of the entries of a row, those of cancellations subtracted. */
final class FocusSum {

    /** A figure of an entry that is added up. */
    enum Figure {
        CREDITS(row -> row.posting().credits().map(one -> one.value())),
        UPSTREAM(row -> row.posting().byokUpstream().map(one -> one.value())),
        CACHE_DISCOUNT(row -> row.posting().cacheDiscount().map(one -> one.value())),
        PROMPT(row -> row.tokens().prompt().map(one -> BigDecimal.valueOf(one.value()))),
        COMPLETION(row -> row.tokens().completion().map(one -> BigDecimal.valueOf(one.value()))),
        REASONING(row -> row.tokens().reasoning().map(one -> BigDecimal.valueOf(one.value()))),
        CACHED(row -> row.tokens().cached().map(one -> BigDecimal.valueOf(one.value())));

        private final Function<ExportRow, Optional<BigDecimal>> value;

        Figure(Function<ExportRow, Optional<BigDecimal>> value) {
            this.value = value;
        }
    }

    private final Map<Figure, BigDecimal> known = new EnumMap<>(Figure.class);
    private long generations;
    private long unknown;

    /** Adds all figures of an entry; its cost is unknown if its credits are. */
    void add(ExportRow row) {
        generations += sign(row);
        unknown += row.posting().credits().isEmpty() ? sign(row) : 0;
        for (Figure figure : Figure.values()) {
            add(row, figure);
        }
    }

    /** Adds what the provider bills for an entry; its cost is unknown if that is. */
    void addInference(ExportRow row) {
        unknown += row.posting().byokUpstream().isEmpty() ? sign(row) : 0;
        add(row, Figure.UPSTREAM);
    }

    private void add(ExportRow row, Figure figure) {
        figure.value
                .apply(row)
                .map(one -> row.place().isCancellation() ? one.negate() : one)
                .ifPresent(one -> known.merge(figure, one, BigDecimal::add));
    }

    private static int sign(ExportRow row) {
        return row.place().isCancellation() ? -1 : 1;
    }

    /** The sum of those that are known; empty if none is. */
    Optional<BigDecimal> known(Figure figure) {
        return Optional.ofNullable(known.get(figure));
    }

    long generations() {
        return generations;
    }

    long unknown() {
        return unknown;
    }

    /** Whether cancellations took back all that was added. */
    boolean isNothing() {
        return generations == 0
                && unknown == 0
                && known.values().stream().allMatch(one -> one.signum() == 0);
    }
}
