package io.genledger.ports.usecase.inspect;

import io.genledger.domain.ledger.Trust;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationQuery.Order;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.TextPattern;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the generations of one run: those of one request or one session, a parent with its workers.
 * A record is taken as a generation's own cost, so the sum of records is the inclusive cost of what
 * the ledger holds (OPENROUTER.md §3.2). A provisional amount may include workers and is not added.
 */
public final class ReadRun {

    private static final int PAGE = 500;

    private static final Comparator<GenerationRow> OLDEST =
            Comparator.comparing(GenerationRow::created).thenComparing(GenerationRow::id);

    private final GenerationReader generations;
    private final SpendReader spend;

    /**
     * Reads runs of one ledger.
     *
     * @param generations its generations
     * @param spend counts the ids that are tracked and not collected
     */
    public ReadRun(GenerationReader generations, SpendReader spend) {
        this.generations = generations;
        this.spend = spend;
    }

    /**
     * The sums of a run. A ledger never knows whether a run is complete.
     *
     * @param kinds {@link Dimension#REQUEST}, {@link Dimension#SESSION} or both: what the run's id
     *     is in this ledger; none if no generation has it
     * @param inclusive the sums of the generations with a record of known spend
     * @param provisional the sums of those with provisional amounts, which may include workers
     * @param unknown the number of those of unknown spend; 0 or more
     * @param uncollected the tracked ids without a record in the whole ledger; some may belong to
     *     the run
     */
    public record Run(
            Set<Dimension> kinds,
            Part inclusive,
            Part provisional,
            long unknown,
            Uncollected uncollected) {

        /** Copies the kinds. */
        public Run {
            kinds = Set.copyOf(kinds);
        }

        /** The number of generations that the ledger holds of the run. */
        public long generations() {
            return inclusive.totals().requests() + provisional.totals().requests() + unknown;
        }
    }

    /**
     * The sums of a part of a run.
     *
     * @param totals the sums of its figures
     * @param generationTime the sum of the generation times that are stated
     * @param unknownTimes the number of those that do not state it
     */
    public record Part(SpendTotals totals, Duration generationTime, long unknownTimes) {

        static final Part NONE = new Part(SpendTotals.NONE, Duration.ZERO, 0);

        Part plus(GenerationRow row) {
            return new Part(
                    totals.plus(row.totals()),
                    generationTime.plus(row.generationTime().orElse(Duration.ZERO)),
                    unknownTimes + (row.generationTime().isPresent() ? 0 : 1));
        }

        /** The sum of the generation times that are stated; empty if none is. */
        public Optional<Duration> knownTime() {
            return unknownTimes == totals.requests()
                    ? Optional.empty()
                    : Optional.of(generationTime);
        }
    }

    /**
     * Reads the run whose request or session is {@code id}.
     *
     * @param prunedBefore the moment before which entries were pruned, where reading begins; empty
     *     if none were
     * @param rows receives its generations, each once, in the order of their creation; on this
     *     thread, while the ledger is being read by pages
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public Run read(String id, Optional<Instant> prunedBefore, Consumer<GenerationRow> rows) {
        TimeRange range = new TimeRange(prunedBefore, Optional.empty());
        Pages requests = new Pages(Dimension.REQUEST, id, range);
        Pages sessions = new Pages(Dimension.SESSION, id, range);
        Sums sums = new Sums();
        while (requests.peek().isPresent() || sessions.peek().isPresent()) {
            GenerationRow first = first(requests.peek(), sessions.peek());
            if (requests.take(first)) {
                sums.kinds.add(Dimension.REQUEST);
            }
            if (sessions.take(first)) {
                sums.kinds.add(Dimension.SESSION);
            }
            sums.add(first);
            rows.accept(first);
        }
        return new Run(
                sums.kinds,
                sums.inclusive,
                sums.provisional,
                sums.unknown,
                spend.read(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC), sum -> {})
                        .orElseThrow());
    }

    private static GenerationRow first(
            Optional<GenerationRow> request, Optional<GenerationRow> session) {
        return request.isEmpty() || session.isEmpty()
                ? request.or(() -> session).orElseThrow()
                : OLDEST.compare(request.get(), session.get()) <= 0 ? request.get() : session.get();
    }

    private static final class Sums {

        private final Set<Dimension> kinds = EnumSet.noneOf(Dimension.class);
        private Part inclusive = Part.NONE;
        private Part provisional = Part.NONE;
        private long unknown;

        void add(GenerationRow row) {
            switch (trust(row)) {
                case RECORD -> inclusive = inclusive.plus(row);
                case PROVISIONAL -> provisional = provisional.plus(row);
                case UNKNOWN -> unknown++;
            }
        }

        private static Trust trust(GenerationRow row) {
            return Trust.valueOf(
                    String.valueOf(row.texts().get(Dimension.TRUST)).toUpperCase(Locale.ROOT));
        }
    }

    /** The generations with one text in a dimension, the oldest first, read by pages. */
    private final class Pages {

        private final List<GenerationFilter> filters;
        private final TimeRange range;
        private final Deque<GenerationRow> page = new ArrayDeque<>();
        private Optional<GenerationRow> last = Optional.empty();
        private boolean isLastPage;

        Pages(Dimension dimension, String text, TimeRange range) {
            this.filters =
                    List.of(new DimensionFilter(dimension, List.of(TextPattern.exactly(text))));
            this.range = range;
        }

        /** The next generation; empty if there are no more. */
        Optional<GenerationRow> peek() {
            if (page.isEmpty() && !isLastPage) {
                generations.read(
                        new GenerationQuery(
                                range, filters, Order.OLDEST, last.map(GenerationRow::id), PAGE),
                        page::add);
                isLastPage = page.size() < PAGE;
                last = Optional.ofNullable(page.peekLast());
            }
            return Optional.ofNullable(page.peek());
        }

        /** Removes the next generation if it is {@code row}; returns whether it is. */
        boolean take(GenerationRow row) {
            boolean isNext = peek().map(GenerationRow::id).filter(row.id()::equals).isPresent();
            if (isNext) {
                page.remove();
            }
            return isNext;
        }
    }
}
