package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.Values;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.app.view.generation.FindingView;
import io.genledger.app.view.generation.PricesView;
import io.genledger.app.view.generation.ReasonView;
import io.genledger.app.view.generation.TimingView;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The explanation of one generation's cost: its bill, then reasons, findings, attempts and times.
 */
public final class ExplanationSheet {

    private final ExplanationView why;
    private final FactSheet sheet;

    private ExplanationSheet(ExplanationView why) {
        this.why = why;
        this.sheet = new FactSheet(title(why));
    }

    /** Draws {@code explanation}. */
    public static String of(ExplanationView explanation, Style style) {
        ExplanationSheet page = new ExplanationSheet(explanation);
        page.route();
        BillSections.add(page.sheet, explanation);
        explanation.zeroReason().ifPresent(page::zero);
        page.findings();
        page.attempts();
        page.timing();
        page.prices();
        page.gaps();
        return page.sheet.drawn(style);
    }

    private static String title(ExplanationView why) {
        return why.id()
                + why.money()
                        .spend()
                        .map(ExplanationSheet::cost)
                        .orElse(": what it cost is not known");
    }

    private static String cost(UsdAmount amount) {
        return amount.signum() < 0
                ? " gave back " + Numbers.dollars(amount.negated())
                : " cost " + Numbers.dollars(amount);
    }

    private void route() {
        sheet.section("What it was");
        sheet.fact("model", why.model());
        sheet.fact("provider", why.provider());
        sheet.fact("created", Times.created(why.createdAt(), why.createdAtBasis()));
        String counted =
                Stream.of(
                                why.promptTokens().map(n -> Numbers.count(n) + " prompt"),
                                why.completionTokens().map(n -> Numbers.count(n) + " completion"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        if (!counted.isEmpty()) {
            sheet.fact("tokens, as the provider counts", counted);
        }
        sheet.fact("figures", TrustText.of(why.inline(), why.mayIncludeWorkers()));
    }

    private void zero(ReasonView reason) {
        sheet.section("Why nothing was taken from credits");
        sheet.fact("reason", reason.sentence());
        sheet.fact("it follows from", Values.evidence(telling(reason.evidence())));
    }

    /** The stated fields, and the finish reason, whose absence is evidence too. */
    private static Map<MetadataField, Optional<Object>> telling(
            Map<MetadataField, Optional<Object>> evidence) {
        Map<MetadataField, Optional<Object>> telling = new EnumMap<>(MetadataField.class);
        evidence.forEach((field, value) -> {
            if (value.isPresent() || field == MetadataField.FINISH_REASON) {
                telling.put(field, value);
            }
        });
        return telling;
    }

    private void findings() {
        sheet.section("What is odd about it");
        for (FindingView finding : why.findings()) {
            sheet.fact(
                    Forms.code(finding.severity()) + ": " + finding.code(),
                    finding.sentence()
                            + " ("
                            + Values.evidence(finding.evidence())
                            + finding.atStake()
                                    .filter(stake -> !stake.isZero())
                                    .map(stake -> "; at stake " + Numbers.dollars(stake))
                                    .orElse("")
                            + ")");
        }
    }

    private void attempts() {
        sheet.section("The attempts");
        for (int i = 0; i < why.attempts().size(); i++) {
            sheet.fact("attempt " + (i + 1), AttemptText.of(why.attempts().get(i)));
        }
        why.timing()
                .failedAttempts()
                .filter(failed -> failed > 0)
                .ifPresent(failed ->
                        sheet.fact(
                                "failed attempts",
                                failed
                                        + why.timing()
                                                .failedMs()
                                                .map(Times::milliseconds)
                                                .map(", which took "::concat)
                                                .orElse("")));
    }

    private void timing() {
        TimingView timing = why.timing();
        sheet.section("The time");
        sheet.fact("latency", timing.latencyMs().map(Times::milliseconds));
        sheet.fact(
                "of which moderation",
                timing.moderationMs()
                        .map(time ->
                                Times.milliseconds(time)
                                        + timing.moderationShare()
                                                .map(share -> ", " + Numbers.percent(share))
                                                .orElse("")));
        sheet.fact("generation time", timing.generationMs().map(Times::milliseconds));
        sheet.fact(
                "speed",
                timing.tokensPerSecond().map(speed -> Numbers.rate(speed) + " tokens a second"));
    }

    private void prices() {
        PricesView prices = why.dollarsPerMillionTokens();
        sheet.section("What a million tokens cost");
        sheet.fact("prompt tokens", prices.prompt().map(Numbers::perMillion));
        sheet.fact("completion tokens", prices.completion().map(Numbers::perMillion));
        sheet.fact("prompt and completion together", prices.blended().map(Numbers::perMillion));
    }

    private void gaps() {
        sheet.section("What is not known");
        why.notKnown().forEach(gap -> sheet.fact(gap.figure(), gap.reason()));
    }
}
