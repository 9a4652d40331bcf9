package io.genledger.app.cli.text;

import io.genledger.domain.cost.Assessment;
import io.genledger.domain.cost.Finding;
import io.genledger.domain.cost.Spend;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.ports.usecase.ShowGeneration.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One generation on a page: its money first, in words, then all that its record states. */
public final class GenerationSheet {

    private final FactSheet sheet;

    private GenerationSheet(GenerationId id) {
        this.sheet = new FactSheet(id.value());
    }

    /** Describes {@code shown}. */
    public static String of(Shown shown, Style style) {
        GenerationSheet generation = new GenerationSheet(shown.kept().id());
        generation.describe(shown);
        return generation.sheet.drawn(style);
    }

    private void describe(Shown shown) {
        Generation generation = shown.generation();
        money(generation, shown.assessment());
        sheet.section("Tokens");
        facts(generation, MetadataField.NATIVE_TOKENS_PROMPT, MetadataField.NUM_FETCHES);
        facts(generation, MetadataField.TOKENS_PROMPT, MetadataField.TOKENS_COMPLETION);
        sheet.section("Route");
        facts(generation, MetadataField.MODEL, MetadataField.MODEL);
        facts(generation, MetadataField.API_TYPE, MetadataField.PROVIDER_NAME);
        generation.routing().attempts().forEach(this::attempt);
        sheet.section("Completion");
        facts(generation, MetadataField.STREAMED, MetadataField.NATIVE_FINISH_REASON);
        sheet.section("Timing");
        line("created", created(generation.created()));
        facts(generation, MetadataField.LATENCY, MetadataField.GENERATION_TIME);
        sheet.section("Who asked");
        facts(generation, MetadataField.APP_ID, MetadataField.PRESET_ID);
        sheet.section("Belongs to");
        facts(generation, MetadataField.UPSTREAM_ID, MetadataField.RESPONSE_CACHE_SOURCE_ID);
        record(shown);
        findings(shown.assessment().findings());
    }

    private void money(Generation generation, Assessment assessment) {
        sheet.section("Money");
        assessment
                .spend()
                .fold(
                        known -> line("spend", knownSpend(known)),
                        unknown -> line("spend", "unknown: " + unknown.reason().sentence()));
        assessment.zeroReason().ifPresent(reason -> line("why no credits", reason.sentence()));
        generation.charges().cacheDiscount().ifPresent(discount -> cache(generation, discount));
        facts(generation, MetadataField.IS_BYOK, MetadataField.CACHE_DISCOUNT);
    }

    private static String knownSpend(Spend.Known known) {
        String total = Numbers.dollars(known.amount());
        return known.mode() == BillingMode.CREDITS
                ? total + " from credits"
                : total
                        + ": "
                        + Numbers.dollars(known.ownKeyUpstream())
                        + " billed to the own key, "
                        + Numbers.dollars(known.credits())
                        + " fee from credits";
    }

    private void cache(Generation generation, UsdAmount discount) {
        Optional<UsdAmount> without = generation.charges().credits().map(discount::plus);
        String effect =
                discount.signum() < 0
                        ? "writing it cost " + Numbers.dollars(discount.negated()) + " extra"
                        : "saved " + Numbers.dollars(discount);
        line(
                "cache",
                effect
                        + without.map(cost ->
                                        "; would have cost " + Numbers.dollars(cost) + " without")
                                .orElse(""));
    }

    /** The stated fields from the first to the last, in the order of the documentation. */
    private void facts(Generation generation, MetadataField first, MetadataField last) {
        EnumSet.range(first, last).stream()
                .filter(field -> field != MetadataField.PROVIDER_RESPONSES)
                .forEach(field ->
                        field.textIn(generation)
                                .map(text -> withUnit(field, text))
                                .ifPresent(text -> line(field.wireName(), text)));
    }

    private static String withUnit(MetadataField field, String text) {
        return switch (field) {
            case LATENCY, MODERATION_LATENCY, GENERATION_TIME -> text + " ms";
            case USAGE, TOTAL_COST, UPSTREAM_INFERENCE_COST, CACHE_DISCOUNT ->
                    Numbers.dollars(UsdAmount.of(text));
            case TOKENS_PROMPT,
                    TOKENS_COMPLETION,
                    NATIVE_TOKENS_PROMPT,
                    NATIVE_TOKENS_COMPLETION,
                    NATIVE_TOKENS_REASONING,
                    NATIVE_TOKENS_CACHED ->
                    Numbers.count(Long.parseLong(text));
            default -> text;
        };
    }

    private void attempt(ProviderAttempt attempt) {
        List<String> words = new ArrayList<>();
        attempt.status().ifPresent(status -> words.add("HTTP " + status));
        attempt.latency().map(Duration::toMillis).ifPresent(ms -> words.add(ms + " ms"));
        attempt.ownKey().filter(own -> own).ifPresent(own -> words.add("own key"));
        String provider = attempt.provider().map(Object::toString).orElse("a provider");
        line("attempt", provider + ": " + String.join(", ", words));
    }

    private static String created(CreationTime created) {
        return created.at()
                + switch (created.basis()) {
                    case RECORD -> "";
                    case ID -> " (from the id: the record does not say)";
                    case RECEIPT -> " or before (when the record was received: it does not say)";
                };
    }

    private void record(Shown shown) {
        sheet.section("Record");
        line("revision", String.valueOf(shown.kept().revision()));
        line("received", shown.kept().document().receivedAt().toString());
        String absent =
                shown.generation().shape().absent().stream()
                        .map(MetadataField::wireName)
                        .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            line("fields not there", absent);
        }
        shown.generation().shape().unknown().forEach((name, json) -> line(name + " (new)", json));
    }

    private void findings(List<Finding> findings) {
        if (!findings.isEmpty()) {
            sheet.section("Findings");
            for (Finding finding : findings) {
                line(finding.code(), finding.sentence());
            }
        }
    }

    private boolean line(String label, String value) {
        return sheet.fact(label, value);
    }
}
