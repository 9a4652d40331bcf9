package io.genledger.app.export.column;

import io.genledger.ports.export.ExportRow;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sums of several entries, those of cancellations subtracted. */
public final class RowSum {

    /** A figure of an entry that is added up: US dollars or tokens. */
    public enum Figure {
        SPEND(row -> row.posting().spend().map(one -> one.value())),
        CREDITS(row -> row.posting().credits().map(one -> one.value())),
        BYOK_FEE(row -> row.posting().byokFee().map(one -> one.value())),
        BYOK_UPSTREAM(row -> row.posting().byokUpstream().map(one -> one.value())),
        CACHE_SAVING(RowSum::cacheSaving),
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
    private final Map<Figure, Long> unknown = new EnumMap<>(Figure.class);
    private long generations;

    /** Adds all figures of an entry. */
    public void add(ExportRow row) {
        generations += sign(row);
        for (Figure figure : Figure.values()) {
            add(row, figure);
        }
    }

    /** Adds one figure of an entry, and does not count the generation. */
    public void add(ExportRow row, Figure figure) {
        Optional<BigDecimal> stated = figure.value.apply(row);
        if (stated.isPresent()) {
            BigDecimal value = sign(row) < 0 ? stated.get().negate() : stated.get();
            known.merge(figure, value, BigDecimal::add);
        } else {
            unknown.merge(figure, sign(row), Long::sum);
        }
    }

    /** As in a report, nothing is unknown of a generation that read from no cache. */
    private static Optional<BigDecimal> cacheSaving(ExportRow row) {
        boolean readFromCache = row.tokens().cached().filter(one -> one.value() > 0).isPresent();
        return row.posting()
                .cacheDiscount()
                .map(one -> one.value())
                .or(() -> readFromCache ? Optional.empty() : Optional.of(BigDecimal.ZERO));
    }

    private static long sign(ExportRow row) {
        return row.place().isCancellation() ? -1 : 1;
    }

    /** The sum of those that are known; empty if none is. */
    public Optional<BigDecimal> known(Figure figure) {
        return Optional.ofNullable(known.get(figure));
    }

    /** The number of generations of which a figure is unknown. */
    public long unknown(Figure figure) {
        return unknown.getOrDefault(figure, 0L);
    }

    /** The number of generations. */
    public long generations() {
        return generations;
    }

    /** Whether cancellations took back all that was added. */
    public boolean isNothing() {
        return generations == 0
                && unknown.values().stream().allMatch(one -> one == 0)
                && known.values().stream().allMatch(one -> one.signum() == 0);
    }
}
