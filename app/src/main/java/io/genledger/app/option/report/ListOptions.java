package io.genledger.app.option.report;

import io.genledger.app.option.RecordedId;
import io.genledger.app.option.SelectionOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.LimitConverter;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.ports.report.GenerationReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a list of generations, and the question that they ask. */
public final class ListOptions {

    @Option(
            names = {"-o", "--order"},
            paramLabel = "ORDER",
            converter = WordConverter.OfListOrder.class,
            completionCandidates = WordConverter.OfListOrder.class,
            defaultValue = "newest",
            description =
                    "Order of the generations: newest, oldest, or the highest spend first. Default:"
                            + " ${DEFAULT-VALUE}.")
    private GenerationQuery.Order order = GenerationQuery.Order.NEWEST;

    @Option(
            names = "--after",
            paramLabel = "ID",
            description =
                    "Last generation of the page before, in the same order; the list begins after"
                            + " it. A unique beginning of its id is enough.")
    private @Nullable String after;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description =
                    "Largest number of generations, or all. Default: 50 in a table, all in CSV and"
                            + " JSON.")
    private @Nullable Long limit;

    @Mixin private final ListColumnsOption columns;

    @Mixin private SelectionOptions selection = new SelectionOptions();

    private ListOptions(ListColumnsOption columns) {
        this.columns = columns;
    }

    /** The options of a list of one ledger. */
    public ListOptions() {
        this(new ListColumnsOption.OfLedger());
    }

    /** The options of a list that may be one over a lake. */
    public static ListOptions ofLake() {
        return new ListOptions(new ListColumnsOption.OfLake());
    }

    /**
     * Checks the options.
     *
     * @throws UsageException if they contradict each other
     */
    public void check() {
        if (new HashSet<>(columns.named()).size() < columns.named().size()) {
            throw new UsageException("--columns names a column twice");
        }
    }

    /** The columns that are named; all if none is. */
    public Optional<List<ListColumn>> columns() {
        return Optional.of(columns.named()).filter(named -> !named.isEmpty());
    }

    /** The largest number of generations; empty if none is named. */
    public Optional<Long> limit() {
        return Optional.ofNullable(limit);
    }

    /**
     * The time zone of days.
     *
     * @param ofLedger the zone if none is named
     */
    public ZoneId zone(ZoneId ofLedger) {
        return selection.time().zone(ofLedger);
    }

    /**
     * The generations of {@code source} that the options ask for.
     *
     * @param most the largest number to read
     * @throws UsageException if the options contradict each other, if the source does not have what
     *     they name, or none or several generations of the id or beginning of {@code --after}
     */
    public GenerationQuery query(ListSource source, Instant now, int most) {
        source.require(columns.named());
        GenerationQuery all =
                source.answered(
                        new GenerationQuery(
                                selection.time().range(source.timezone(), now),
                                selection.filters(),
                                order,
                                Optional.empty(),
                                most));
        return new GenerationQuery(
                all.range(), all.filters(), all.order(), after(source.generations()), most);
    }

    private Optional<GenerationId> after(GenerationReader generations) {
        return Optional.ofNullable(after)
                .map(text -> RecordedId.find(text, generations, "--after"));
    }
}
