package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationQuery.Order;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.ReportedGeneration;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.UnknownGenerationException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists the generations of a ledger in memory. */
public final class InMemoryGenerationReader implements GenerationReader {

    /** Its zone concerns times only. */
    private static final SpendQuery ANY =
            new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC);

    private static final Comparator<ReportedGeneration> OLDEST =
            Comparator.comparing(InMemoryGenerationReader::created)
                    .thenComparing(one -> one.generation().id());

    private static final Comparator<Optional<UsdAmount>> HIGHEST =
            Comparator.comparing((Optional<UsdAmount> spend) -> spend.isEmpty())
                    .thenComparing(
                            spend -> spend.orElse(UsdAmount.ZERO), Comparator.reverseOrder());

    private final InMemoryLedger ledger;

    /** Reads {@code ledger}. */
    public InMemoryGenerationReader(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Instant> read(GenerationQuery query, Consumer<GenerationRow> rows) {
        List<ReportedGeneration> all = ledger.asOf(Optional.empty());
        Comparator<ReportedGeneration> order = order(query.order());
        Optional<ReportedGeneration> last = query.after().map(id -> find(all, id));
        all.stream()
                .filter(one -> query.range().contains(created(one)))
                .filter(one ->
                        query.filters().stream()
                                .allMatch(filter -> filter.selects(filter.texts(one, ANY))))
                .filter(one -> last.isEmpty() || order.compare(last.get(), one) < 0)
                .sorted(order)
                .limit(query.limit())
                .map(InMemoryGenerationReader::row)
                .forEach(rows);
        return Optional.empty();
    }

    private static Comparator<ReportedGeneration> order(Order order) {
        return switch (order) {
            case NEWEST -> OLDEST.reversed();
            case OLDEST -> OLDEST;
            case SPEND ->
                    Comparator.comparing((ReportedGeneration one) -> one.posting().spend(), HIGHEST)
                            .thenComparing(OLDEST.reversed());
        };
    }

    private static ReportedGeneration find(List<ReportedGeneration> all, GenerationId id) {
        return all.stream()
                .filter(one -> one.generation().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownGenerationException(id));
    }

    private static GenerationRow row(ReportedGeneration one) {
        Map<Dimension, String> texts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (!dimension.isTime()) {
                dimension.of(one, ANY).ifPresent(text -> texts.put(dimension, text));
            }
        }
        return new GenerationRow(
                one.generation().id(),
                created(one),
                texts,
                SpendTotals.of(one),
                micros(one.generation().timing().latency()),
                micros(one.generation().timing().generationTime()),
                one.findings());
    }

    private static Optional<Duration> micros(Optional<Duration> stated) {
        return stated.map(duration -> duration.truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant created(ReportedGeneration one) {
        return one.generation().created().at();
    }

    @Override
    public List<GenerationId> idsThatBeginWith(String beginning, int limit) {
        return ledger.asOf(Optional.empty()).stream()
                .map(one -> one.generation().id())
                .filter(id -> id.value().startsWith(beginning))
                .sorted()
                .limit(limit)
                .toList();
    }
}
