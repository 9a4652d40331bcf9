package io.genledger.app.export.focus;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.export.ExportRow;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the entries of a row have in common.
 *
 * @param start ChargePeriodStart
 * @param end ChargePeriodEnd
 * @param month the billing period
 * @param kind the kind of charge
 * @param generation the generation; empty in a row of several
 * @param texts the texts by which rows differ
 */
record FocusCharge(
        Instant start,
        Instant end,
        YearMonth month,
        Kind kind,
        Optional<GenerationId> generation,
        Map<Dimension, String> texts) {

    /**
     * The kind of a charge.
     *
     * @param isCorrection whether it corrects a month that was over
     * @param isCredit whether it gives credits back
     * @param isInference whether it is what the provider bills for BYOK calls
     */
    record Kind(boolean isCorrection, boolean isCredit, boolean isInference) {}

    /** The charge that OpenRouter makes for an entry. */
    static FocusCharge of(ExportRow row, FocusGroup group) {
        Map<Dimension, String> texts = new EnumMap<>(row.texts());
        texts.keySet().retainAll(group.dimensions());
        YearMonth created = month(row.created().at());
        YearMonth recorded = month(row.place().recordedAt());
        boolean isRevision = row.place().isCancellation() || row.place().revision() > 1;
        boolean isCorrection = isRevision && recorded.isAfter(created);
        boolean isCredit = row.posting().credits().filter(one -> one.signum() < 0).isPresent();
        return new FocusCharge(
                group.start(row),
                group.end(row),
                isCorrection ? recorded : created,
                new Kind(isCorrection, isCredit, false),
                group == FocusGroup.NONE ? Optional.of(row.id()) : Optional.empty(),
                texts);
    }

    /** The charge that the provider makes for the same entry. */
    FocusCharge ofInference() {
        return new FocusCharge(
                start, end, month, new Kind(kind.isCorrection, false, true), generation, texts);
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    Optional<String> text(Dimension dimension) {
        return Optional.ofNullable(texts.get(dimension));
    }

    boolean isByok() {
        return Boolean.parseBoolean(texts.get(Dimension.BYOK));
    }
}
