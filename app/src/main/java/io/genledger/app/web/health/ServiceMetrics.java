package io.genledger.app.web.health;

import io.genledger.app.Version;
import io.genledger.app.view.health.CollectorView;
import io.genledger.app.view.health.CollectorView.Phase;
import io.genledger.app.view.health.FollowedFilesView;
import io.genledger.app.view.health.ServerView;
import io.genledger.app.view.health.TaskView;
import io.genledger.app.web.LedgerAccess;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What runs in the server beside its requests, and the program's version. */
@Singleton
final class ServiceMetrics {

    private final LedgerAccess ledger;

    ServiceMetrics(LedgerAccess ledger) {
        this.ledger = ledger;
    }

    String text() {
        MetricText text = new MetricText();
        String build = "genledger_build_info";
        text.gauge(build, "The program's version").value(build, "version", Version.number(), 1);
        ServerView server = ledger.server().get();
        Instant now = ledger.clock().instant();
        server.collector().ifPresent(collector -> add(text, collector, now));
        server.follow().ifPresent(files -> add(text, files));
        String failed = "genledger_task_failed";
        text.gauge(failed, "Whether a task failed the last time")
                .value(failed, "task", "housekeeping", failed(server.housekeeping()));
        server.alerts().ifPresent(alerts -> text.value(failed, "task", "alerts", failed(alerts)));
        server.lake().ifPresent(lake -> text.value(failed, "task", "lake", failed(lake)));
        return text.toString();
    }

    private static void add(MetricText text, CollectorView collector, Instant now) {
        Map<Phase, Integer> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            phases.put(phase, phase == collector.phase() ? 1 : 0);
        }
        String phase = "genledger_collector_phase";
        text.gauge(phase, "1 for what the collector does").values(phase, "phase", phases);
        String fetches = "genledger_collector_fetches_total";
        text.counter(fetches, "Fetches by outcome").values(fetches, "outcome", collector.fetches());
        String limits = "genledger_collector_rate_limits_total";
        text.counter(limits, "Delays because OpenRouter limited the rate (429)")
                .value(limits, collector.rateLimits());
        String outages = "genledger_collector_outages_total";
        text.counter(outages, "Delays because OpenRouter was unavailable")
                .value(outages, collector.outages());
        text.single(
                        "genledger_collector_delayed_keys",
                        "Keys that are delayed now",
                        collector.delays().size())
                .single(
                        "genledger_collector_refused_keys",
                        "Keys that OpenRouter refused",
                        collector.refusedKeys().size())
                .single(
                        "genledger_collector_missing_keys",
                        "Accounts with pending ids and without a key",
                        collector.missingKeys().size());
        collector
                .lastResponse()
                .ifPresent(at ->
                        text.single(
                                "genledger_collector_last_response_age_seconds",
                                "Time since OpenRouter last answered a fetch",
                                Math.max(0, Duration.between(at, now).toSeconds())));
    }

    private static void add(MetricText text, FollowedFilesView files) {
        text.single("genledger_follow_files", "Followed log files", files.files().size())
                .single(
                        "genledger_follow_unreadable_files",
                        "Followed log files that are missing or cannot be read",
                        files.unreadable().size());
        String added = "genledger_follow_added_ids_total";
        text.counter(added, "New ids that were found in log files")
                .value(added, files.tracked().added());
    }

    private static int failed(TaskView task) {
        return task.failure().isPresent() ? 1 : 0;
    }
}
