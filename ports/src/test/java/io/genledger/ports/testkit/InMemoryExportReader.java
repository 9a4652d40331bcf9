package io.genledger.ports.testkit;

import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.ReportedGeneration;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.export.EntryOrigin;
import io.genledger.ports.export.EntryPlace;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.ExportReader;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.export.RowShape;
import io.genledger.ports.ledger.Recording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the entries of a ledger in memory. */
public final class InMemoryExportReader implements ExportReader {

    /** Its zone concerns times only. */
    private static final SpendQuery ANY =
            new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC);

    private final InMemoryLedger ledger;

    /** Reads {@code ledger}. */
    public InMemoryExportReader(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Instant> readCurrent(ExportQuery query, Consumer<ExportRow> rows) {
        List<InMemoryLedger.Entry> all = ledger.entries();
        Set<Integer> cancelled =
                numbers(query, all)
                        .map(number -> all.get(number - 1).cancels())
                        .boxed()
                        .collect(Collectors.toSet());
        numbers(query, all)
                .filter(number -> all.get(number - 1).cancels() == 0)
                .filter(number -> !cancelled.contains(number))
                .forEach(number -> pass(number, all, query, rows));
        return Optional.empty();
    }

    @Override
    public Optional<Instant> readEntries(ExportQuery query, Consumer<ExportRow> rows) {
        List<InMemoryLedger.Entry> all = ledger.entries();
        numbers(query, all).forEach(number -> pass(number, all, query, rows));
        return Optional.empty();
    }

    @Override
    public Optional<Instant> readDocuments(
            ExportQuery query, Consumer<Optional<byte[]>> documents) {
        return readCurrent(
                query.with(query.shape().withDocument()),
                row ->
                        documents.accept(
                                row.document()
                                        .filter(one -> one.removal().isEmpty())
                                        .map(MetadataDocument::bytes)));
    }

    /** The number of the last entry; 0 if there is none. */
    public long last() {
        return ledger.entries().size();
    }

    private static IntStream numbers(ExportQuery query, List<InMemoryLedger.Entry> all) {
        return IntStream.rangeClosed(1, all.size())
                .filter(number -> number > query.span().after() && number <= query.span().end())
                .filter(number ->
                        query.asOf()
                                .map(end -> !all.get(number - 1).recordedAt().isAfter(end))
                                .orElse(true))
                .boxed()
                .sorted(order(query, all))
                .mapToInt(Integer::intValue);
    }

    private static Comparator<Integer> order(ExportQuery query, List<InMemoryLedger.Entry> all) {
        return query.shape().isByCreation()
                ? Comparator.<Integer, Instant>comparing(
                                number -> all.get(number - 1).recording().entry().createdAt())
                        .thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
    }

    private static void pass(
            int number,
            List<InMemoryLedger.Entry> all,
            ExportQuery query,
            Consumer<ExportRow> rows) {
        InMemoryLedger.Entry entry = all.get(number - 1);
        ReportedGeneration reported =
                ReportedGeneration.of(entry.recording().entry(), entry.recording().account());
        boolean isSelected =
                query.filters().stream()
                        .allMatch(filter -> filter.selects(filter.texts(reported, ANY)));
        if (isSelected && query.range().contains(entry.recording().entry().createdAt())) {
            rows.accept(row(number, entry, reported, query.shape()));
        }
    }

    private static ExportRow row(
            int number, InMemoryLedger.Entry entry, ReportedGeneration reported, RowShape shape) {
        Recording recording = entry.recording();
        Generation generation = reported.generation();
        Map<Dimension, String> texts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (!dimension.isTime()) {
                dimension.of(reported, ANY).ifPresent(text -> texts.put(dimension, text));
            }
        }
        boolean isCancellation = entry.cancels() > 0;
        return new ExportRow(
                new EntryPlace(
                        number,
                        entry.revision(),
                        isCancellation,
                        entry.recordedAt().truncatedTo(ChronoUnit.MICROS)),
                generation.id(),
                new CreationTime(recording.entry().createdAt(), generation.created().basis()),
                new EntryOrigin(
                        generation.shape().kind(),
                        recording.document().requested().isPresent(),
                        recording.document().receivedAt()),
                texts,
                reported.posting(),
                generation.nativeTokens(),
                micros(generation.timing().latency()),
                micros(generation.timing().generationTime()),
                Optional.of(recording.entry().findings())
                        .filter(one -> one.rulesVersion() == StandardFindings.RULES_VERSION)
                        .map(one -> one.atStake().keySet()),
                shape.hasDocument() && !isCancellation
                        ? Optional.of(recording.document())
                        : Optional.empty());
    }

    private static Optional<Duration> micros(Optional<Duration> stated) {
        return stated.map(one -> one.truncatedTo(ChronoUnit.MICROS));
    }
}
