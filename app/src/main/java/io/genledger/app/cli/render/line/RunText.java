package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.listing.RunView;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sums of a run, and what may be missing from them, in sentences. */
public final class RunText {

    private RunText() {}

    /** The sentences below the generations of {@code run}. */
    public static List<String> of(RunView run) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s %s: %s"
                        .formatted(
                                kinds(run),
                                Sanitized.of(run.run()),
                                Numbers.count(run.generations(), "generation")));
        lines.add(inclusive(run));
        if (run.provisional().requests() > 0) {
            lines.add(
                    ("Provisional: %s of %s, which may include workers; not in the sum, until"
                                    + " collect fetches the records.")
                            .formatted(
                                    amount(run.provisional(), ""),
                                    Numbers.count(run.provisional().requests(), "generation")));
        }
        if (run.unknownSpend() > 0) {
            lines.add(
                    "Unknown: the spend of %s, which is in no sum."
                            .formatted(Numbers.count(run.unknownSpend(), "generation")));
        }
        lines.add(missing(run.uncollected()));
        run.prunedBefore()
                .ifPresent(moment ->
                        lines.add(
                                "Generations created before %s are left out: their entries were pruned."
                                        .formatted(moment)));
        return lines;
    }

    private static String kinds(RunView run) {
        String kinds =
                run.kinds().stream().map(Dimension::label).collect(Collectors.joining(" and "));
        return Character.toUpperCase(kinds.charAt(0)) + kinds.substring(1);
    }

    private static String inclusive(RunView run) {
        RunView.Sum sum = run.inclusive();
        boolean isPart = run.mayCostMore();
        return "Inclusive: %s of %s, %s prompt and %s completion tokens, %s."
                .formatted(
                        amount(sum, isPart ? "≥" : ""),
                        Numbers.count(sum.requests(), "record"),
                        known(
                                sum.promptTokens().map(Numbers::count),
                                isPart || sum.unknownPromptTokens() > 0,
                                "unknown"),
                        known(
                                sum.completionTokens().map(Numbers::count),
                                isPart || sum.unknownCompletionTokens() > 0,
                                "unknown"),
                        known(
                                sum.generationTimeMs().map(Numbers::milliseconds),
                                isPart || sum.unknownGenerationTime() > 0,
                                "unknown time"));
    }

    private static String known(Optional<String> sum, boolean isPart, String otherwise) {
        return sum.map(known -> (isPart ? "≥" : "") + known).orElse(otherwise);
    }

    private static String amount(RunView.Sum sum, String sign) {
        return sum.spend()
                .map((UsdAmount spend) -> sign + Numbers.dollars(spend))
                .orElse("unknown");
    }

    private static String missing(RunView.Ids ids) {
        String first = "A ledger does not know whether a run is complete";
        return ids.all() == 0
                ? first
                        + "; every id tracked in this ledger has figures, perhaps"
                        + " provisional ones."
                : "%s; of the whole ledger, %s tracked and not collected (%s pending, %s given up, %s refused)."
                        .formatted(
                                first,
                                Numbers.count(ids.all()) + (ids.all() == 1 ? " id is" : " ids are"),
                                Numbers.count(ids.pending()),
                                Numbers.count(ids.givenUp()),
                                Numbers.count(ids.refused()));
    }
}
