package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.Values;
import io.genledger.app.view.generation.CacheView;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.app.view.generation.FindingView;
import io.genledger.app.view.generation.MoneyView;
import io.genledger.app.view.generation.ReasonView;
import io.genledger.app.view.generation.TimingView;
import io.genledger.app.view.json.Forms;
import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.UsdAmount;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why one generation cost what it cost, as a bill with its reasons. */
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
        page.what();
        page.money();
        page.cache();
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

    private void what() {
        sheet.section("What it was");
        fact("model", why.model());
        fact("provider", why.provider());
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
        if (why.inline()) {
            sheet.fact("figures", "inline, from the completion; its own record is not here yet");
        }
    }

    /** Of an unknown spend, the known parts are told all the same. */
    private void money() {
        MoneyView money = why.money();
        sheet.section("The money");
        money.spend().ifPresent(total -> Bill.add(sheet, why.payments(), total));
        money.spendUnknown()
                .ifPresent(unknown -> {
                    Breakdown.Kind credits =
                            money.byok() ? Breakdown.Kind.BYOK_FEE : Breakdown.Kind.CREDITS;
                    sheet.fact(credits.sentence(), statedOrNot(money.credits()));
                    if (money.byok()) {
                        sheet.fact(
                                Breakdown.Kind.UPSTREAM.sentence(),
                                statedOrNot(money.byokUpstream()));
                    }
                    Bill.addUnknown(sheet, unknown.sentence());
                });
    }

    private static String statedOrNot(Optional<UsdAmount> amount) {
        return amount.map(Numbers::dollars).orElse("not stated");
    }

    private void cache() {
        CacheView cache = why.cache();
        sheet.section("The prompt cache");
        cache.tokensRead()
                .ifPresent(tokens -> sheet.fact("read from it", readFromCache(tokens, cache)));
        fact("effect", CacheText.of(why.money()));
        if (cache.lines().size() > 1) {
            why.money().spend().ifPresent(total -> Bill.add(sheet, cache.lines(), total));
        }
    }

    private static String readFromCache(long tokens, CacheView cache) {
        return tokens == 0
                ? "nothing"
                : Numbers.count(tokens)
                        + " prompt tokens"
                        + percent(cache.hitRate(), " of the prompt");
    }

    private void zero(ReasonView reason) {
        sheet.section("Why nothing was taken from credits");
        sheet.fact("reason", reason.sentence());
        sheet.fact("it follows from", Values.evidence(weighty(reason.evidence())));
    }

    /** An unstated field proves nothing, but for the finish reason, which is empty then. */
    private static Map<MetadataField, Optional<Object>> weighty(
            Map<MetadataField, Optional<Object>> evidence) {
        Map<MetadataField, Optional<Object>> weighty = new EnumMap<>(MetadataField.class);
        evidence.forEach((field, value) -> {
            if (value.isPresent() || field == MetadataField.FINISH_REASON) {
                weighty.put(field, value);
            }
        });
        return weighty;
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
        fact("latency", timing.latencyMs().map(Times::milliseconds));
        fact(
                "of which moderation",
                timing.moderationMs()
                        .map(time ->
                                Times.milliseconds(time) + percent(timing.moderationShare(), "")));
        fact("generation time", timing.generationMs().map(Times::milliseconds));
        fact(
                "speed",
                timing.tokensPerSecond().map(speed -> Numbers.rate(speed) + " tokens a second"));
    }

    private void prices() {
        sheet.section("What a million tokens cost");
        price("prompt tokens", why.dollarsPerMillionTokens().prompt());
        price("completion tokens", why.dollarsPerMillionTokens().completion());
        price("prompt and completion together", why.dollarsPerMillionTokens().blended());
    }

    private void price(String label, Optional<TokenPrice> price) {
        fact(label, price.map(Numbers::perMillion));
    }

    private void gaps() {
        sheet.section("What is not known");
        why.notKnown().forEach(gap -> sheet.fact(gap.figure(), gap.reason()));
    }

    private void fact(String label, Optional<String> value) {
        value.ifPresent(text -> sheet.fact(label, text));
    }

    private static String percent(Optional<Ratio> share, String of) {
        return share.map(ratio -> ", " + Numbers.percent(ratio) + of).orElse("");
    }
}
