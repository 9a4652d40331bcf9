package io.genledger.ports.testkit;

import io.genledger.domain.ledger.Posting;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.lake.FeedFigure;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.LedgerFeed;
import io.genledger.ports.ledger.Recording;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The feed of a ledger in memory, from which nothing is pruned. */
public final class InMemoryLedgerFeed implements LedgerFeed {

    private static final int PICODOLLARS = 12;

    private final InMemoryLedger ledger;
    private final List<FeedRow> remembered = new ArrayList<>();

    /** The feed of {@code ledger}. */
    public InMemoryLedgerFeed(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** A row with its figures, negated if it cancels an entry. */
    record Row(FeedRow identity, Instant created, Map<FeedFigure, BigInteger> figures) {}

    /** The rows behind {@code after} up to {@code until}. */
    List<Row> rows(long after, long until) {
        List<InMemoryLedger.Entry> entries = ledger.entries();
        return LongStream.rangeClosed(after + 1, Math.min(until, entries.size()))
                .mapToObj(number -> row(number, entries.get((int) number - 1)))
                .toList();
    }

    private static Row row(long number, InMemoryLedger.Entry entry) {
        Recording recording = entry.recording();
        boolean isCancelled = entry.cancels() > 0;
        return new Row(
                new FeedRow(
                        number,
                        recording.entry().id(),
                        entry.revision(),
                        isCancelled,
                        entry.recordedAt()),
                recording.entry().createdAt(),
                figures(recording, BigInteger.valueOf(isCancelled ? -1 : 1)));
    }

    private static Map<FeedFigure, BigInteger> figures(Recording recording, BigInteger sign) {
        Posting posting = recording.entry().posting();
        NativeTokens tokens = recording.entry().generation().nativeTokens();
        Map<FeedFigure, BigInteger> all = new EnumMap<>(FeedFigure.class);
        all.put(FeedFigure.SPEND, units(posting.spend()));
        all.put(FeedFigure.CREDITS, units(posting.credits()));
        all.put(FeedFigure.BYOK_FEE, units(posting.byokFee()));
        all.put(FeedFigure.BYOK_UPSTREAM, units(posting.byokUpstream()));
        all.put(FeedFigure.CACHE_DISCOUNT, units(posting.cacheDiscount()));
        all.put(FeedFigure.PROMPT_TOKENS, count(tokens.prompt()));
        all.put(FeedFigure.COMPLETION_TOKENS, count(tokens.completion()));
        all.put(FeedFigure.REASONING_TOKENS, count(tokens.reasoning()));
        all.put(FeedFigure.CACHED_TOKENS, count(tokens.cached()));
        all.put(FeedFigure.IMAGE_TOKENS, count(tokens.completionImages()));
        all.put(FeedFigure.LATENCY, micros(recording.entry().generation().timing().latency()));
        all.put(
                FeedFigure.GENERATION_TIME,
                micros(recording.entry().generation().timing().generationTime()));
        all.replaceAll((figure, value) -> value.multiply(sign));
        return all;
    }

    private static BigInteger units(Optional<UsdAmount> amount) {
        return amount.map(known -> known.toUnits(PICODOLLARS)).orElse(BigInteger.ZERO);
    }

    private static BigInteger count(Optional<TokenCount> tokens) {
        return BigInteger.valueOf(tokens.map(TokenCount::value).orElse(0L));
    }

    private static BigInteger micros(Optional<Duration> duration) {
        return BigInteger.valueOf(duration.map(Duration::toNanos).orElse(0L) / 1_000);
    }

    @Override
    public Optional<FeedRow> row(long sequence) {
        return rows(sequence - 1, sequence).stream()
                .map(Row::identity)
                .findFirst()
                .or(() ->
                        remembered.stream().filter(row -> row.sequence() == sequence).findFirst());
    }

    @Override
    public Optional<Long> last(long after, long end, int most) {
        return rows(after, end).stream()
                .limit(most)
                .map(row -> row.identity().sequence())
                .reduce((first, second) -> second);
    }

    @Override
    public long count(long after, long end) {
        return rows(after, end).size();
    }

    @Override
    public List<FeedSums> sums(long until, Instant from) {
        return sums(rows(0, until), from);
    }

    /** The sums of {@code rows} whose generations were created at {@code from} or later. */
    static List<FeedSums> sums(List<Row> rows, Instant from) {
        Map<YearMonth, FeedSums> months = new TreeMap<>();
        for (Row row : rows) {
            if (!row.created().isBefore(from)) {
                YearMonth month = YearMonth.from(row.created().atOffset(ZoneOffset.UTC));
                months.merge(
                        month,
                        new FeedSums(
                                month, 1, row.identity().isCancelled() ? -1 : 1, row.figures()),
                        FeedSums::plus);
            }
        }
        return List.copyOf(months.values());
    }

    @Override
    public void remember(FeedRow row) {
        remembered.remove(row);
        remembered.add(0, row);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(REMEMBERED);
        }
    }

    /** The remembered rows, the latest one first. */
    public List<FeedRow> remembered() {
        return List.copyOf(remembered);
    }

    @Override
    public Optional<Instant> prunedBefore() {
        return Optional.empty();
    }
}
