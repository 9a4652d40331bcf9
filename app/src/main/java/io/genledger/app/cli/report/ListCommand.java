package io.genledger.app.cli.report;

import io.genledger.app.Application;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.ChosenGenerations;
import io.genledger.app.cli.option.CsvOption;
import io.genledger.app.cli.option.LakeReportOptions;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.table.Lines;
import io.genledger.app.cli.render.table.ListCsv;
import io.genledger.app.cli.render.table.ListTable;
import io.genledger.app.option.report.ListOptions;
import io.genledger.app.option.report.ListSource;
import io.genledger.app.view.json.JsonList;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.ListPage;
import io.genledger.app.view.listing.ListWriter;
import io.genledger.domain.report.GenerationQuery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists generations one by one. */
@Command(
        name = "list",
        description = {
            "List generations one by one, the newest first.",
            "The rows behind every sum of a report: the same periods, filters and figures.",
            "With --lake, those of all ledgers of a lake, which has no findings."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger list --last today",
            "  genledger list --order spend --last 7d --model 'anthropic/*'",
            "  genledger list --csv --limit all --columns created,id,user,spend",
            "  genledger list --lake --ledger 'eu*' --order spend"
        })
public final class ListCommand implements Callable<Integer> {

    private static final long ROWS_OF_A_TABLE = 50;

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private CsvOption csv = new CsvOption();
    @Mixin private ListOptions list = ListOptions.ofLake();
    @Mixin private LakeReportOptions lake = new LakeReportOptions();

    public ListCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        list.check();
        csv.check(console);
        lake.check();
        try {
            if (lake.isNamed()) {
                ofLake();
            } else {
                ofLedger();
            }
        } catch (OutputUnwantedException ended) {
            return ExitCode.OK;
        }
        return ExitCode.OK;
    }

    private void ofLake() throws IOException {
        try (OpenLake open = lake.open(console, ledgers)) {
            print(lake.list(open), ListTable.OF_LAKE);
            lake.note(console, open);
            console.note("Generations that the ledgers track without a record are not listed.");
        }
    }

    private void ofLedger() throws IOException {
        try (Application application = ledgers.openExisting()) {
            print(ListSource.of(application), ListTable.STANDARD);
        }
    }

    private long rows() {
        return list.limit()
                .filter(limit -> csv.isInForce("--limit", console))
                .map(limit -> Math.min(limit, Integer.MAX_VALUE))
                .orElseGet(() -> csv.isTable(console) ? ROWS_OF_A_TABLE : Integer.MAX_VALUE);
    }

    private void print(ListSource source, List<ListColumn> ofTable) throws IOException {
        GenerationQuery query =
                list.query(
                        source,
                        console.clock().instant(),
                        (int) Math.min(rows() + 1, Integer.MAX_VALUE));
        ZoneId zone = list.zone(source.timezone());
        List<ListColumn> standard = csv.isTable(console) ? ofTable : source.columns();
        Writer out =
                new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        ListPage page = new ListPage(writer(out, zone, list.columns().orElse(standard)), rows());
        Optional<Instant> end = source.generations().read(query, new Page(console, page));
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

    private ListWriter writer(Writer out, ZoneId zone, List<ListColumn> shown) {
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
