package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.adapter.http.simulator.OpenRouterSimulator;
import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.collect.CollectRun;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.GenerationJson;
import io.genledger.app.cli.render.GenerationSheet;
import io.genledger.app.cli.render.JsonText;
import io.genledger.app.cli.render.ReportTable;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.TimeRange;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/** Runs the main job on recorded documents, without the network and without a key. */
@Command(
        name = "demo",
        description = {
            "Runs the main job offline: plays OpenRouter on loopback with real recorded documents,"
                    + " tracks their ids, collects them into a new ledger, and reports.",
            "The ledger goes into a new temporary folder, unless --db names one that is not there"
                    + " yet."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger demo")
public final class DemoCommand implements Callable<Integer> {

    /** A Claude answer of 2024 that was made cheaper by the cache. */
    private static final GenerationId EXPLAINED =
            new GenerationId("gen-1731289055-7lM7yhtp335znp1qegkj");

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./:+-]+");

    private static final SpendQuery BY_MODEL =
            new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneOffset.UTC);

    @ParentCommand private @Nullable GenledgerCommand root;

    @Override
    public Integer call() throws IOException {
        GenledgerCommand program = Parent.of(root);
        LedgerOpener ledger = newLedger(program);
        Map<GenerationId, byte[]> documents = ShippedDocuments.all();
        try (OpenRouterSimulator simulator =
                        OpenRouterSimulator.start(SimulateCommand.serving(documents));
                Application wiring = ledger.open(program.environment().machine());
                HttpGenerationSource source = source(program, simulator)) {
            program.note(
                    "Playing OpenRouter at %s with %d recorded generations"
                            .formatted(simulator.baseUri(), documents.size()));
            int tracked = wiring.trackGenerations().track(documents.keySet()).added();
            program.note("Tracked %d ids in %s".formatted(tracked, ledger));
            CollectRun run = new CollectRun(program, wiring);
            CollectSummary summary =
                    run.collect(source, RateLimiter.UNLIMITED, CollectPlan.DEFAULT);
            program.note("Collected: " + CollectRun.sentence(summary));
            Shown explained =
                    wiring.showGeneration(PlanHistory.STANDARD).show(EXPLAINED).orElseThrow();
            print(program, wiring.reportSpend().report(BY_MODEL), explained);
            suggest(program, ledger);
            return run.exitCodeOf(summary);
        }
    }

    private static HttpGenerationSource source(
            GenledgerCommand program, OpenRouterSimulator simulator) {
        return new HttpGenerationSource(
                new ApiKey("demo"),
                HttpSourceSettings.DEFAULT.withBase(simulator.baseUri()),
                program.environment().clock());
    }

    private static LedgerOpener newLedger(GenledgerCommand program) throws IOException {
        if (program.namedLedger().isEmpty()) {
            return new LedgerOpener.InFile(
                    Files.createTempDirectory("genledger-demo-").resolve("ledger.db"));
        }
        LedgerOpener named = program.namedLedger().get();
        if (named.isTaken()) {
            throw new UsageException(
                    named + ": there already; the demo wants a new ledger, or none named");
        }
        return named;
    }

    private static void print(GenledgerCommand program, SpendReport report, Shown explained) {
        if (program.printsJson()) {
            ObjectNode shape = JsonText.object();
            shape.set("report", JsonText.report(report));
            shape.set("explained", GenerationJson.of(explained));
            program.print(shape);
            return;
        }
        program.print("");
        program.print(ReportTable.of(report, program.environment().columns(), program.style()));
        program.print("");
        program.print(GenerationSheet.of(explained, program.style()));
    }

    /** As a shell takes it for one word. */
    private static String quoted(LedgerOpener place) {
        String text = place.toString();
        return PLAIN_WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static void suggest(GenledgerCommand program, LedgerOpener ledger) {
        String start = "  " + program.program() + " --db " + quoted(ledger);
        program.note("");
        program.note("Try next:");
        program.note(start + " report --by month,provider");
        program.note(start + " report --json");
        program.note(start + " why " + EXPLAINED);
        program.note(start + " audit --fail-on info");
        program.note(start + " show " + EXPLAINED + " --wire");
        program.note("  " + program.program() + " --help");
    }
}
