package io.genledger.app.cli.report;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.ChosenGenerations;
import io.genledger.app.cli.option.CsvOption;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.option.SelectionOptions;
import io.genledger.app.cli.option.convert.LimitConverter;
import io.genledger.app.cli.option.convert.WordConverter;
import io.genledger.app.cli.render.table.Lines;
import io.genledger.app.cli.render.table.ListCsv;
import io.genledger.app.cli.render.table.ListTable;
import io.genledger.app.view.json.JsonList;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.ListWriter;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.ports.report.GenerationReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists generations one by one. */
@Command(
        name = "list",
        description = {
            "List generations one by one, the newest first.",
            "The rows behind every sum of a report: the same periods, filters and figures."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger list --last today",
            "  genledger list --order spend --last 7d --model 'anthropic/*'",
            "  genledger list --csv --limit all --columns created,id,user,spend"
        })
public final class ListCommand implements Callable<Integer> {

    private static final long ROWS_OF_A_TABLE = 50;

    private final Console console;
    private final LedgerOpener ledgers;

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

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            converter = WordConverter.OfListColumn.class,
            completionCandidates = WordConverter.OfListColumn.class,
            description =
                    "Columns to show, in this order, separated by commas: ${COMPLETION-CANDIDATES}."
                            + " Default: a table shows those that fit, CSV and JSON all.")
    private List<ListColumn> columns = List.of();

    @Mixin private CsvOption csv = new CsvOption();
    @Mixin private SelectionOptions selection = new SelectionOptions();

    public ListCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new UsageException("--columns names a column twice");
        }
        csv.check(console);
        try (Application application = ledgers.openExisting()) {
            ZoneId ofLedger = application.settings().timezone();
            Optional<GenerationId> last =
                    Optional.ofNullable(after)
                            .map(id ->
                                    ChosenGenerations.recorded(
                                            id, application.generations(), "--after"));
            GenerationQuery query =
                    new GenerationQuery(
                            selection.time().range(ofLedger, console.clock().instant()),
                            selection.filters(),
                            order,
                            last,
                            (int) Math.min(rows() + 1, Integer.MAX_VALUE));
            print(application.generations(), query, selection.time().zone(ofLedger));
        } catch (OutputUnwantedException ended) {
            return ExitCode.OK;
        }
        return ExitCode.OK;
    }

    private long rows() {
        if (limit != null && csv.isInForce("--limit", console)) {
            return Math.min(limit, Integer.MAX_VALUE);
        }
        return csv.isTable(console) ? ROWS_OF_A_TABLE : Integer.MAX_VALUE;
    }

    private void print(GenerationReader generations, GenerationQuery query, ZoneId zone)
            throws IOException {
        Writer out =
                new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        Page page = new Page(console, writer(out, zone), rows());
        Optional<Instant> end = generations.read(query, page);
        page.end();
        if (console.printsJson()) {
            out.write('\n');
        }
        out.flush();
        ChosenGenerations.notePruned(console, end);
        if (csv.isTable(console) && !console.isOutputUnwanted()) {
            console.note("Times are those of the time zone %s.".formatted(zone));
        }
    }

    private ListWriter writer(Writer out, ZoneId zone) {
        List<ListColumn> shown =
                !columns.isEmpty()
                        ? columns
                        : csv.isTable(console) ? ListTable.STANDARD : ListColumn.values();
        if (csv.form().isPresent()) {
            return new ListCsv(out, csv.form().orElseThrow(), shown, console.columns().isPresent());
        }
        return console.printsJson()
                ? new JsonList(out, shown)
                : new ListTable(
                        new Lines(out),
                        console.columns(),
                        console.style(),
                        zone,
                        shown,
                        "--columns");
    }
}
