package io.genledger.app.view;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.app.Application;
import io.genledger.app.view.export.ExportView;
import io.genledger.app.view.feed.BroadcastStatusView;
import io.genledger.app.view.feed.BroadcastView;
import io.genledger.app.view.feed.LiveEntryView;
import io.genledger.app.view.feed.LiveQueueView;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.app.view.generation.GenerationView;
import io.genledger.app.view.health.CheckView;
import io.genledger.app.view.health.CollectorView;
import io.genledger.app.view.health.CollectorView.Phase;
import io.genledger.app.view.health.CollectorView.RefusedKey;
import io.genledger.app.view.health.FollowedFilesView;
import io.genledger.app.view.health.LiveView;
import io.genledger.app.view.health.ReadyView;
import io.genledger.app.view.health.ServerView;
import io.genledger.app.view.health.TaskView;
import io.genledger.app.view.intake.CollectNotes;
import io.genledger.app.view.intake.CollectView;
import io.genledger.app.view.intake.FollowView;
import io.genledger.app.view.intake.ImportView;
import io.genledger.app.view.intake.IntakeItemView;
import io.genledger.app.view.intake.IntakeOutcome;
import io.genledger.app.view.intake.IntakeView;
import io.genledger.app.view.intake.TrackView;
import io.genledger.app.view.intake.UnreadableView;
import io.genledger.app.view.lake.LakeErasedView;
import io.genledger.app.view.lake.LakeMaintainedView;
import io.genledger.app.view.lake.LakePreparedView;
import io.genledger.app.view.lake.LakeShippedView;
import io.genledger.app.view.lake.LakeStatusView;
import io.genledger.app.view.lake.LakeVerifyView;
import io.genledger.app.view.listing.ColoursView;
import io.genledger.app.view.listing.RunView;
import io.genledger.app.view.listing.ValuesView;
import io.genledger.app.view.maintain.BackupView;
import io.genledger.app.view.maintain.ByokAllowanceView;
import io.genledger.app.view.maintain.ConfigView;
import io.genledger.app.view.maintain.EntryPruneView;
import io.genledger.app.view.maintain.EraseView;
import io.genledger.app.view.maintain.PruneView;
import io.genledger.app.view.maintain.RedecodeView;
import io.genledger.app.view.maintain.SettingView;
import io.genledger.app.view.maintain.TimezoneView;
import io.genledger.app.view.maintain.VerifyView;
import io.genledger.app.view.quarantine.QuarantineBodyView;
import io.genledger.app.view.quarantine.QuarantineDropView;
import io.genledger.app.view.quarantine.QuarantineExportView;
import io.genledger.app.view.quarantine.QuarantineView;
import io.genledger.app.view.queue.ForgetView;
import io.genledger.app.view.queue.HistoryView;
import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.app.view.queue.LedgerStatusView.Day;
import io.genledger.app.view.queue.LedgerStatusView.Ids;
import io.genledger.app.view.queue.NoRecordView;
import io.genledger.app.view.queue.QueueView;
import io.genledger.app.view.queue.RetryView;
import io.genledger.app.view.queue.StatusView;
import io.genledger.app.view.report.AllowanceView;
import io.genledger.app.view.report.AuditView;
import io.genledger.app.view.simulate.DemoView;
import io.genledger.app.view.simulate.SimulationView;
import io.genledger.app.view.spend.Figure;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.ByokUsage;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.ledger.Difference;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.Removal;
import io.genledger.ports.lake.FeedFigure;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.ledger.admin.DocumentPruning.Pruned;
import io.genledger.ports.ledger.admin.EntryPruning;
import io.genledger.ports.ledger.admin.LedgerFault;
import io.genledger.ports.ledger.admin.UserErasure.Erased;
import io.genledger.ports.ledger.admin.Verification;
import io.genledger.ports.quarantine.QuarantineOrigin;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import io.genledger.ports.usecase.inspect.HistoryStep;
import io.genledger.ports.usecase.inspect.ReadHistory.History;
import io.genledger.ports.usecase.inspect.ReadRun.Part;
import io.genledger.ports.usecase.inspect.ReadRun.Run;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import io.genledger.ports.usecase.intake.ImportCount;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.lake.VerifyLake.Compared;
import io.genledger.ports.usecase.lake.VerifyLake.Comparison;
import io.genledger.ports.usecase.maintain.RedecodeSummary;
import io.genledger.ports.usecase.queue.ForgetGenerations.Forgotten;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import io.genledger.ports.usecase.queue.RetryGenerations.Retried;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.track.TailSummary;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An answer of each command, made from recorded documents and samples. */
final class SampleViews {

    /** A quarter of an account's allowance is used. */
    private static final AccountExpectations ACCOUNTS =
            new AccountExpectations(
                    new AccountPlans(
                            PlanHistory.STANDARD,
                            Map.of(
                                    new AccountName("team"),
                                    PlanHistory.withAllowance(Allowance.parse("200000USD")))),
                    Map.of(
                            AccountName.DEFAULT,
                            AllowanceUse.NONE.plus(
                                    LocalDate.parse("2026-11-05"),
                                    new ByokUsage(7, UsdAmount.of("6250.000000000001"), 2))));

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AttemptOutcome NOT_READY =
            AttemptOutcome.of(NOW.minusMillis(1_750), Reason.NOT_READY, "OpenRouter answered 404");

    private static final QuarantinedDocument REJECTED =
            new QuarantinedDocument(
                    4,
                    new QuarantineOrigin.Imported("saved.ndjson", 2, Optional.of("usage")),
                    AttemptOutcome.of(NOW, Reason.UNREADABLE, "expected an amount, found 'much'"),
                    NOW.minusSeconds(60),
                    NOW,
                    2,
                    16);

    private static final QuarantinedDocument FOREIGN =
            new QuarantinedDocument(
                    3,
                    new QuarantineOrigin.Fetched(id(1)),
                    AttemptOutcome.of(
                            NOW.minusSeconds(598), Reason.FOREIGN, "a record of another id"),
                    NOW.minusSeconds(598),
                    NOW.minusSeconds(598),
                    2,
                    7);

    private SampleViews() {}

    /** The answers by the names of their golden files. */
    static Map<String, Record> all() {
        Map<String, Record> views = new LinkedHashMap<>();
        views.put("track", TrackView.of(new Tracked(3, 2, 1, 1)));
        views.put(
                "follow",
                FollowView.of(new TailSummary(new Tracked(3, 2, 1, 1), 1, Set.of("a", "b"))));
        views.put("import", imported());
        views.put("intake", taken());
        views.put(
                "broadcast",
                new BroadcastView(
                        Optional.of(
                                new BroadcastView.PartialSuccess(
                                        1, "line 1: expected a delivery of Broadcast"))));
        views.put(
                "broadcast-status",
                BroadcastStatusView.of(
                        Optional.of(Instant.parse("2026-11-30T10:00:00Z")),
                        Instant.parse("2026-11-30T12:00:00Z")));
        views.put("live-entry", new LiveEntryView(7, new GenerationId("gen-1-A")));
        views.put("live-queue", new LiveQueueView(1, 2, 3, 4));
        views.put("collect", collected());
        views.put("queue", queue());
        views.put("retry", RetryView.of(new Retried(2, Set.of(id(1)), Set.of(id(2)))));
        views.put("forget", ForgetView.of(new Forgotten(1, Set.of(id(2)))));
        views.put("history", history());
        views.put("run", run());
        views.put("quarantine", QuarantineView.of(3, List.of(REJECTED, FOREIGN)));
        views.put(
                "quarantine-document",
                QuarantineBodyView.of(
                        REJECTED,
                        new MetadataDocument(
                                Optional.empty(),
                                "{\"usage\":\"much\"}".getBytes(StandardCharsets.UTF_8),
                                NOW)));
        views.put("quarantine-export", new QuarantineExportView(3, "to-mend.ndjson"));
        views.put("quarantine-drop", new QuarantineDropView(2, List.of(9L)));
        views.put(
                "prune-entries",
                EntryPruneView.of(new EntryPruning.Pruned(NOW, 2, 4, 3, 1_024), false));
        views.put("no-record", NoRecordView.of(id(1), Optional.of(entry(QueueState.PENDING)), NOW));
        views.put("generation", GenerationView.of(recorded("doc_official_example_2026.json")));
        views.put("generation-unknown", GenerationView.of(unknown()));
        views.put(
                "explanation",
                ExplanationView.of(recorded("real_partial_2026-02_fallback_429.json")));
        views.put("explanation-byok", ExplanationView.of(shown(complete(id(1)))));
        views.put("explanation-unknown", ExplanationView.of(unknown()));
        views.put("report", SampleReports.byMonthAndModel());
        views.put("report-compared", SampleReports.compared());
        views.put("audit", audit());
        views.put("verify", verified());
        views.put(
                "lake-init",
                new LakePreparedView(
                        "trino://localhost:8080/lake/genledger", List.of("created table entry")));
        views.put("lake-ship", new LakeShippedView("eu", 12_300, 1, 1_912_300));
        views.put("lake-status", lakeStatus());
        views.put("lake-verify", lakeVerified());
        views.put("lake-erase", new LakeErasedView("eu", 3));
        views.put(
                "lake-maintain",
                new LakeMaintainedView("trino://localhost:8080/lake/genledger", 604_800_000));
        views.put(
                "redecode",
                RedecodeView.of(
                        new RedecodeSummary(3, 1, 1, true),
                        List.of(id(1) + " revision 1: field usage: expected an amount")));
        views.put(
                "export",
                new ExportView(
                        "figures.csv",
                        "csv",
                        List.of("figures.csv"),
                        3,
                        1,
                        Optional.of(Instant.parse("2025-01-01T00:00:00Z")),
                        Optional.of("yesterday.csv"),
                        List.of("A note.")));
        views.put("backup", new BackupView("copy.db", 4096));
        views.put(
                "prune",
                PruneView.of(
                        new Pruned(2, 1024, Optional.of(NOW.minusSeconds(600)), Optional.of(NOW)),
                        NOW.plusSeconds(1),
                        false));
        views.put("erase", EraseView.of(new Erased(1, 2, 1024, 1, 1, 3, 1), true));
        views.put(
                "byok-allowance",
                new ByokAllowanceView(
                        new AccountName("team"), Optional.of(Allowance.parse("200000USD"))));
        views.put("timezone", new TimezoneView("UTC", Optional.of("Europe/Berlin")));
        views.put(
                "config",
                new ConfigView(
                        Optional.of("/home/me/project/genledger.toml"),
                        Optional.of("/home/me/.config/genledger/config.toml"),
                        false,
                        List.of(
                                new SettingView(
                                        "db", "ledger.db", "command-line", Optional.of("--db")),
                                new SettingView("timezone", "UTC", "ledger", Optional.empty()))));
        views.putAll(SampleTokens.views());
        views.put("health-live", LiveView.LIVE);
        views.put(
                "health-ready",
                new ReadyView(
                        ReadyView.Status.UNREADY,
                        List.of(
                                new CheckView("ledger", CheckView.State.OK, Optional.empty()),
                                new CheckView(
                                        "schema",
                                        CheckView.State.FAILED,
                                        Optional.of("another Genledger has migrated it"))),
                        Optional.of(13),
                        Optional.of(4L),
                        Optional.of(Instant.parse("2025-08-20T08:02:07Z")),
                        Optional.of(Instant.parse("2025-08-20T08:01:30Z"))));
        views.put("colours", new ColoursView(Dimension.MODEL, Map.of("openai/gpt-4o", 1)));
        views.put("status", status());
        views.put("values", new ValuesView(Dimension.MODEL, List.of("anthropic/claude-3-haiku")));
        views.put("simulation", simulation());
        views.put(
                "demo",
                new DemoView(
                        SampleReports.byModel(Figure.standard()),
                        GenerationView.of(shown(inline(complete(id(1)))))));
        return views;
    }

    private static IntakeView taken() {
        return new IntakeView(
                List.of(
                        new IntakeItemView(
                                1,
                                Optional.of(InputKind.RECORD),
                                Optional.of(new GenerationId("gen-1-A")),
                                IntakeOutcome.RECORDED),
                        new IntakeItemView(
                                2,
                                Optional.empty(),
                                Optional.empty(),
                                IntakeOutcome.REJECTED,
                                Optional.of("usage: expected an amount, found 'much'"))),
                false,
                imported());
    }

    private static ImportView imported() {
        Rejection unreadable =
                new Rejection(
                        "saved.ndjson",
                        2,
                        Optional.of("usage"),
                        "expected an amount, found 'much'");
        Rejection garbage =
                new Rejection(
                        "saved.ndjson",
                        3,
                        Optional.empty(),
                        "expected a JSON object, found 'garbage'");
        return ImportView.of(
                false,
                new ImportSummary(
                        Map.of(
                                InputKind.RECORD,
                                Map.of(ImportCount.RECORDED, 1L, ImportCount.OUTRANKED, 3L),
                                InputKind.STREAM,
                                Map.of(
                                        ImportCount.RECORDED, 1L,
                                        ImportCount.PROVISIONAL, 1L,
                                        ImportCount.UNCHANGED, 1L,
                                        ImportCount.SUPERSEDED, 1L,
                                        ImportCount.TO_COLLECT, 2L)),
                        Map.of(ForeignKind.CODING_AGENT, 5L),
                        2,
                        new Tracked(1, 1, 0, 0)),
                List.of(new UnreadableView("logs.zip", "it is cut off")),
                1,
                new RejectsKept(1, 1, List.of(garbage)),
                Optional.empty(),
                List.of(unreadable, garbage));
    }

    private static CollectView collected() {
        CollectNotes notes = new CollectNotes();
        notes.outcome(id(1), Outcome.NOT_READY, Optional.of("OpenRouter answered 404"));
        notes.outcome(id(2), Outcome.FAILED, Optional.of("field usage: expected a number"));
        notes.delayed(
                new Delay(NOW, Optional.of(NOW.plusSeconds(90)), true, "OpenRouter answered 429"));
        SourceUnavailableException outage =
                SourceUnavailableException.rateLimited(
                        "OpenRouter answered 429", Optional.of(Duration.ofMinutes(20)));
        return notes.view(
                new CollectSummary(
                        Map.of(
                                Outcome.RECORDED, 24L,
                                Outcome.REVISED, 2L,
                                Outcome.REPLACED, 43L,
                                Outcome.UNCHANGED, 1L,
                                Outcome.NOT_READY, 1L,
                                Outcome.UNAVAILABLE, 1L,
                                Outcome.FAILED, 1L),
                        SpendTotals.NONE,
                        Optional.empty(),
                        Optional.of(outage),
                        false),
                new StopSignal(),
                Optional.of(new Backlog(0, 2, 1, 0, 0, Optional.of(NOW.plusSeconds(30)))));
    }

    private static QueueView queue() {
        Instant firstSeen = NOW.minusSeconds(600);
        return QueueView.of(
                new QueueQuery(Optional.of(QueueState.PENDING), Optional.empty()),
                new Listing(
                        NOW,
                        List.of(
                                new QueueTotal(
                                        QueueState.PENDING,
                                        Optional.of(Reason.NOT_READY),
                                        1,
                                        firstSeen,
                                        Optional.of(NOW.plusSeconds(30))),
                                new QueueTotal(
                                        QueueState.CLAIMED,
                                        Optional.empty(),
                                        1,
                                        firstSeen,
                                        Optional.empty())),
                        List.of(entry(QueueState.PENDING), entry(QueueState.CLAIMED)),
                        1));
    }

    private static QueueEntry entry(QueueState state) {
        boolean pending = state == QueueState.PENDING;
        return new QueueEntry(
                id(pending ? 1 : 2),
                pending ? AccountName.DEFAULT : new AccountName("acme"),
                state,
                !pending,
                NOW.minusSeconds(600),
                pending ? 1 : 0,
                pending ? Optional.of(NOW.plusSeconds(30)) : Optional.empty(),
                pending ? Optional.empty() : Optional.of(NOW.plusSeconds(180)),
                pending ? Optional.of(NOT_READY) : Optional.empty());
    }

    private static LedgerStatusView status() {
        return new LedgerStatusView(
                NOW,
                "ledger.db",
                9,
                122_880,
                "Europe/Berlin",
                Optional.of(NOW.minusSeconds(90)),
                new Ids(2, Optional.of(NOW.minusSeconds(720))),
                new StatusView(1, 1, 1, Optional.of(NOW.plusSeconds(30))),
                1,
                new Ids(1, Optional.of(NOW.minusSeconds(86_400))),
                new Ids(0, Optional.empty()),
                1,
                new Day(3, Optional.of(UsdAmount.of("0.00146375")), 1),
                AllowanceView.of(ACCOUNTS, NOW),
                BroadcastStatusView.of(Optional.empty(), NOW),
                Optional.of(server()));
    }

    private static ServerView server() {
        return new ServerView(
                Optional.of(
                        new CollectorView(
                                Phase.WAITING,
                                Optional.of("the disk is full"),
                                Optional.of(NOW.plusSeconds(8)),
                                Optional.of(NOW.minusSeconds(3)),
                                Optional.of(NOW.minusSeconds(90)),
                                new EnumMap<>(Map.of(Outcome.RECORDED, 7L, Outcome.NOT_READY, 2L)),
                                UsdAmount.of("0.00146375"),
                                1,
                                List.of(new Delay(NOW, Optional.empty(), true, "slow down")),
                                1,
                                0,
                                List.of(new RefusedKey(new AccountName("acme"), "no such key")),
                                List.of(AccountName.DEFAULT),
                                Optional.empty())),
                Optional.of(
                        new FollowedFilesView(
                                List.of("app.log", "none.log"),
                                Map.of("none.log", "permission denied"),
                                0,
                                new Tracked(3, 1, 0, 0),
                                Optional.of(NOW.minusSeconds(60)),
                                Optional.empty(),
                                Optional.empty())),
                Optional.of(TaskView.NEW.succeeded(NOW.minusSeconds(20)).failed("it answered 500")),
                Optional.of(TaskView.NEW.succeeded(NOW.minusSeconds(30))),
                true,
                TaskView.NEW.succeeded(NOW.minusSeconds(600)));
    }

    private static RunView run() {
        return RunView.of(
                "req-1",
                new Run(
                        Set.of(Dimension.SESSION, Dimension.REQUEST),
                        new Part(
                                SpendTotals.of(complete(id(1)))
                                        .plus(SpendTotals.of(complete(id(2)))),
                                Duration.ofMillis(7_620),
                                0),
                        new Part(SpendTotals.of(inline(complete(id(3)))), Duration.ZERO, 1),
                        1,
                        new Uncollected(3, 2, 1)),
                Optional.of(NOW));
    }

    private static HistoryView history() {
        Instant start = NOW.minusSeconds(600);
        List<HistoryStep> steps =
                List.of(
                        new HistoryStep.Tracked(start),
                        new HistoryStep.Attempted(start.plusSeconds(1), 1, NOT_READY),
                        new HistoryStep.Quarantined(start.plusSeconds(2), FOREIGN),
                        new HistoryStep.RecordedInline(start.plusSeconds(3), 1),
                        new HistoryStep.Recorded(start.plusSeconds(4), 2, 3),
                        new HistoryStep.Logged(
                                start.plusSeconds(5),
                                new QueueEvent(
                                        start.plusSeconds(5),
                                        QueueEvent.Kind.REFRESH_DUE,
                                        3,
                                        Optional.empty())),
                        new HistoryStep.Revised(
                                start.plusSeconds(6),
                                3,
                                List.of(
                                        new Difference(
                                                "usage",
                                                Optional.of("0.01"),
                                                Optional.of("0.02")))),
                        new HistoryStep.RecordedWithoutDocument(
                                start.plusSeconds(7), 4, Removal.PRUNED));
        return HistoryView.of(
                id(1), new History(Optional.of(entry(QueueState.PENDING)), 3, steps), NOW);
    }

    private static VerifyView verified() {
        LedgerFault fault =
                new LedgerFault(
                        "rollup_day",
                        "2025-08-20 account=default model=m provider=none byok=false trust=record",
                        "spend",
                        "0.5",
                        "0.7");
        return VerifyView.of(new Verification(3, 5, 70, 4, 2, List.of(fault)), Optional.of(NOW));
    }

    private static LakeStatusView lakeStatus() {
        return new LakeStatusView(
                "trino://localhost:8080/lake/genledger",
                List.of(
                        LakeStatusView.Part.of(
                                new Lake.Part(
                                        new LedgerName("eu"),
                                        new FeedRow(1_912_300, id(1), 2, false, NOW),
                                        1_912_300,
                                        NOW))),
                Optional.of(new LakeStatusView.Lag("eu", 17)));
    }

    private static LakeVerifyView lakeVerified() {
        YearMonth month = YearMonth.of(2025, 8);
        FeedRow last = new FeedRow(7, id(1), 1, false, NOW);
        return LakeVerifyView.of(
                "eu",
                new Comparison(
                        Optional.of(last),
                        Optional.of(NOW),
                        List.of(
                                new Compared(
                                        month,
                                        Optional.of(sums(month, 7, "500000000000")),
                                        Optional.of(sums(month, 6, "500000000001")))),
                        2));
    }

    private static FeedSums sums(YearMonth month, long rows, String spend) {
        return new FeedSums(month, rows, 6, Map.of(FeedFigure.SPEND, new BigInteger(spend)));
    }

    private static AuditView audit() {
        Finding negative =
                new Finding(
                        "negative-usage",
                        Severity.WARNING,
                        "a charge is negative: a refund, or an error",
                        Set.of(MetadataField.USAGE),
                        Optional.of(UsdAmount.of("0.25")));
        Finding unknown =
                new Finding(
                        "spend-unknown",
                        Severity.WARNING,
                        "what it cost is not known, and no sum can hold it",
                        Set.of(MetadataField.UPSTREAM_INFERENCE_COST),
                        Optional.empty());
        return AuditView.of(
                AuditReport.of(
                        3,
                        1,
                        List.of(
                                FindingGroup.of(example(1), negative)
                                        .plus(FindingGroup.of(example(2), negative)),
                                FindingGroup.of(example(3), unknown))),
                TimeRange.monthOf(SampleGenerations.CREATED, ZoneOffset.UTC),
                ACCOUNTS,
                SampleGenerations.CREATED);
    }

    private static FindingExample example(int number) {
        return new FindingExample(SampleGenerations.CREATED, id(number));
    }

    private static SimulationView simulation() {
        return new SimulationView(
                URI.create("http://127.0.0.1:8090/api/v1"),
                1_000,
                Optional.of(UsdAmount.of("2.875")),
                Optional.of(30L));
    }

    /** A generation with BYOK whose upstream cost is not stated, free of the fee. */
    private static Shown unknown() {
        Generation generation = costing(id(1), byok("0", Optional.empty()));
        return shown(generation);
    }

    private static Shown recorded(String name) {
        RecordedDocuments.Recorded recorded =
                RecordedDocuments.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        MetadataDocument document =
                new MetadataDocument(
                        Optional.of(recorded.id()), recorded.bytes(), RecordedDocuments.RECEIVED);
        return shown(Application.decoder().decode(document), document);
    }

    private static Shown shown(Generation generation) {
        return shown(generation, SampleGenerations.document(generation.id()));
    }

    private static Shown shown(Generation generation, MetadataDocument document) {
        Assessment assessment = Assessment.of(generation);
        return new Shown(
                new Revision(generation.id(), 1, document),
                generation,
                assessment,
                DerivedFigures.of(generation, assessment.spend()));
    }
}
