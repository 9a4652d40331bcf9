package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.Application;
import io.genledger.app.LedgerAddress;
import io.genledger.app.cli.collect.CollectRun;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.CollectText;
import io.genledger.app.cli.render.sheet.GenerationSheet;
import io.genledger.app.cli.render.table.ReportTable;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.generation.GenerationView;
import io.genledger.app.view.intake.CollectView;
import io.genledger.app.view.simulate.DemoView;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.ReportForm;
import io.genledger.app.view.spend.ReportView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import io.genledger.ports.usecase.report.SpendRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/** Runs the main job on recorded documents, without the network and without a key. */
@Command(
        name = "demo",
        description = {
            "Run the whole job offline, without a key.",
            "Simulates OpenRouter on loopback with recorded documents, tracks their ids, collects"
                    + " them into a new ledger, and reports.",
            "The ledger is created in a new temporary folder, which stays; --db names another new"
                    + " ledger."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger demo")
public final class DemoCommand implements Callable<Integer> {

    /** A Claude completion of 2024 with a cache discount. */
    private static final GenerationId EXPLAINED =
            new GenerationId("gen-1731289055-7lM7yhtp335znp1qegkj");

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./:+-]+");

    private static final SpendQuery BY_MODEL =
            new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneOffset.UTC);

    private final Console console;
    private final LedgerOpener ledgers;

    public DemoCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        LedgerAddress ledger = newLedger();
        Map<GenerationId, byte[]> documents = ShippedDocuments.all();
        try (OpenRouterSimulator simulator =
                        OpenRouterSimulator.start(SimulateCommand.serving(documents));
                Application application = ledger.open(console.runtime());
                HttpGenerationSource source = source(simulator)) {
            console.note(
                    "Simulating OpenRouter at %s with %d recorded generations"
                            .formatted(simulator.baseUri(), documents.size()));
            int tracked =
                    application
                            .trackGenerations(AccountName.DEFAULT)
                            .track(documents.keySet())
                            .added();
            console.note("Tracked %d ids in %s".formatted(tracked, ledger));
            CollectRun run = new CollectRun(console, application);
            CollectView collected =
                    run.collect(
                            application.collectGenerations(source, RateLimiter.UNLIMITED),
                            CollectPlan.DEFAULT);
            console.note("Collected: " + CollectText.of(collected));
            Shown explained =
                    application.showGeneration(AccountPlans.STANDARD).show(EXPLAINED).orElseThrow();
            console.print(
                    new DemoView(
                            ReportView.of(
                                    application.spendReports(),
                                    SpendRequest.of(BY_MODEL),
                                    ReportForm.exact(columns()),
                                    List.of()),
                            GenerationView.of(explained)),
                    this::text);
            suggest(ledger);
            noteFolder(ledger);
            return CollectRun.exitCodeOf(collected);
        }
    }

    private HttpGenerationSource source(OpenRouterSimulator simulator) {
        return new HttpGenerationSource(
                new ApiKey("demo"),
                HttpSourceSettings.DEFAULT.withBase(simulator.baseUri()),
                console.clock());
    }

    private LedgerAddress newLedger() throws IOException {
        if (ledgers.named().isEmpty()) {
            return LedgerAddress.of(
                    Files.createTempDirectory("genledger-demo-").resolve("ledger.db"));
        }
        LedgerAddress named = ledgers.named().get();
        if (named.isTaken()) {
            throw new UsageException(
                    named + ": exists already; name a ledger that does not, or none");
        }
        return named;
    }

    private List<Figure> columns() {
        return console.printsJson() ? Figure.standard() : ReportForm.IN_TABLE;
    }

    private String text(DemoView demo) {
        return String.join(
                "\n",
                "",
                ReportTable.of(demo.report(), console.columns(), console.style()),
                "",
                GenerationSheet.of(demo.explained(), console.style()));
    }

    /** As one word of a shell. */
    private static String quoted(String text) {
        return PLAIN_WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void suggest(LedgerAddress ledger) {
        String program = "  " + quoted(console.program());
        String start = program + " --db " + quoted(ledger.toString());
        console.note("");
        console.note("Try next:");
        console.note(start + " report --by month,provider");
        console.note(start + " report --json");
        console.note(start + " why " + EXPLAINED);
        console.note(start + " audit --fail-on info");
        console.note(start + " show " + EXPLAINED + " --wire");
        console.note(program + " --help");
    }

    private void noteFolder(LedgerAddress ledger) {
        if (ledgers.named().isEmpty()) {
            String folder = String.valueOf(Path.of(ledger.toString()).getParent());
            console.note("");
            console.note("The ledger stays. Delete it with: rm -r " + quoted(folder));
        }
    }
}
