package io.genledger.app.cli.render;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.metrics.Gap;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why one generation cost what it cost, as one would tell it to the finance department. */
public final class WhySheet {

    private final Shown shown;
    private final Generation generation;
    private final DerivedFigures figures;
    private final FactSheet sheet;

    private WhySheet(Shown shown) {
        this.shown = shown;
        this.generation = shown.generation();
        this.figures = shown.figures();
        this.sheet = new FactSheet(title(shown));
    }

    /** Explains {@code shown}. */
    public static String of(Shown shown, Style style) {
        WhySheet why = new WhySheet(shown);
        why.what();
        shown.assessment().spend().fold(why::known, why::unknown);
        why.cache();
        shown.assessment().zeroReason().ifPresent(why::zero);
        why.findings();
        why.attempts();
        why.timing();
        why.prices();
        why.gaps();
        return why.sheet.drawn(style);
    }

    private static String title(Shown shown) {
        return shown.revision().id()
                + shown.assessment()
                        .spend()
                        .knownAmount()
                        .map(WhySheet::cost)
                        .orElse(": what it cost is not known");
    }

    private static String cost(UsdAmount amount) {
        return amount.signum() < 0
                ? " gave back " + Numbers.dollars(amount.negated())
                : " cost " + Numbers.dollars(amount);
    }

    private void what() {
        sheet.section("What it was");
        field("model", MetadataField.MODEL);
        field("provider", MetadataField.PROVIDER_NAME);
        sheet.fact("created", Times.created(generation.created()));
        NativeTokens tokens = generation.nativeTokens();
        String counted =
                Stream.of(
                                tokens.prompt().map(n -> Numbers.count(n.value()) + " prompt"),
                                tokens.completion()
                                        .map(n -> Numbers.count(n.value()) + " completion"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        if (!counted.isEmpty()) {
            sheet.fact("tokens, as the provider counts", counted);
        }
        if (generation.shape().kind() == DocumentKind.COMPLETION) {
            sheet.fact("figures", "inline, from the completion; its own record is not here yet");
        }
    }

    private boolean known(Spend.Known spend) {
        sheet.section("The money");
        Breakdown breakdown = Breakdown.of(spend);
        Bill.add(sheet, breakdown.payments(), "spend in all", breakdown.total());
        return true;
    }

    /** What is known all the same is told; a refund by the provider is nobody's guess. */
    private boolean unknown(Spend.Unknown spend) {
        sheet.section("The money");
        boolean byok = spend.mode() == BillingMode.BYOK;
        Breakdown.Kind credits = byok ? Breakdown.Kind.BYOK_FEE : Breakdown.Kind.CREDITS;
        sheet.fact(credits.sentence(), statedOrNot(spend.credits()));
        if (byok) {
            sheet.fact(Breakdown.Kind.UPSTREAM.sentence(), statedOrNot(spend.byokUpstream()));
        }
        return sheet.fact("spend in all", "not known: " + spend.reason().sentence());
    }

    private static String statedOrNot(Optional<UsdAmount> amount) {
        return amount.map(Numbers::dollars).orElse("not stated");
    }

    private void cache() {
        sheet.section("The prompt cache");
        generation
                .nativeTokens()
                .cached()
                .ifPresent(cached -> sheet.fact("read from it", readFromCache(cached)));
        Optional<UsdAmount> discount = generation.charges().cacheDiscount();
        discount.ifPresent(effect -> sheet.fact("effect", CacheText.of(effect, spend())));
        shown.assessment()
                .breakdown()
                .filter(breakdown -> breakdown.cache().size() > 1)
                .ifPresent(breakdown ->
                        Bill.add(sheet, breakdown.cache(), "spend in all", breakdown.total()));
    }

    private String readFromCache(TokenCount cached) {
        return cached.equals(TokenCount.ZERO)
                ? "nothing"
                : Numbers.count(cached.value())
                        + " prompt tokens"
                        + percent(figures.cacheHitRate(), " of the prompt");
    }

    private Spend spend() {
        return shown.assessment().spend();
    }

    private void zero(ZeroReason reason) {
        sheet.section("Why nothing was taken from credits");
        sheet.fact("reason", reason.sentence());
        sheet.fact(
                "it rests on",
                evidence(
                        reason.evidence().stream()
                                .filter(field ->
                                        field.textIn(generation).isPresent()
                                                || field == MetadataField.FINISH_REASON)
                                .toList()));
    }

    private void findings() {
        sheet.section("What is odd about it");
        for (Finding finding : shown.assessment().findings()) {
            sheet.fact(
                    Words.of(finding.severity()) + ": " + finding.code(),
                    finding.sentence()
                            + " ("
                            + evidence(finding.evidence())
                            + finding.atStake()
                                    .filter(stake -> !stake.isZero())
                                    .map(stake -> "; at stake " + Numbers.dollars(stake))
                                    .orElse("")
                            + ")");
        }
    }

    private String evidence(Collection<MetadataField> fields) {
        return fields.stream().map(this::stated).collect(Collectors.joining(", "));
    }

    private String stated(MetadataField field) {
        if (field == MetadataField.PROVIDER_RESPONSES) {
            return "the attempts";
        }
        return field.wireName()
                + " "
                + FieldText.of(field, generation)
                        .map(text -> text.isEmpty() ? "empty" : text)
                        .orElse("not stated");
    }

    private void attempts() {
        sheet.section("The attempts");
        List<ProviderAttempt> attempts = generation.routing().attempts();
        for (int i = 0; i < attempts.size(); i++) {
            sheet.fact("attempt " + (i + 1), Attempts.inWords(attempts.get(i)));
        }
        if (figures.failedAttempts().orElse(0) > 0) {
            sheet.fact(
                    "failed attempts",
                    figures.failedAttempts().orElse(0)
                            + figures.failedTime()
                                    .map(lost -> ", which took " + lost.toMillis() + " ms")
                                    .orElse(""));
        }
    }

    private void timing() {
        sheet.section("The time");
        field("latency", MetadataField.LATENCY);
        FieldText.of(MetadataField.MODERATION_LATENCY, generation)
                .ifPresent(text ->
                        sheet.fact(
                                "of which moderation",
                                text + percent(figures.moderationShare(), "")));
        field("generation time", MetadataField.GENERATION_TIME);
        figures.tokensPerSecond()
                .ifPresent(speed -> sheet.fact("speed", Numbers.rate(speed) + " tokens a second"));
    }

    private void prices() {
        sheet.section("What a million tokens cost");
        price("prompt tokens", figures.promptPrice());
        price("completion tokens", figures.completionPrice());
        price("prompt and completion together", figures.blendedPrice());
    }

    private void price(String label, Optional<TokenPrice> price) {
        price.ifPresent(each -> sheet.fact(label, Numbers.perMillion(each)));
    }

    private void gaps() {
        sheet.section("What is not known");
        for (Gap gap : Gap.in(generation, spend())) {
            sheet.fact(gap.figure(), gap.reason());
        }
    }

    private static String percent(Optional<Ratio> share, String of) {
        return share.map(ratio -> ", " + Numbers.percent(ratio) + of).orElse("");
    }

    private void field(String label, MetadataField field) {
        FieldText.of(field, generation).ifPresent(text -> sheet.fact(label, text));
    }
}
