package io.genledger.app.cli.render;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** One generation on a page: its money first, in words, then all that its record states. */
public final class GenerationSheet {

    private final FactSheet sheet;

    private GenerationSheet(GenerationId id) {
        this.sheet = new FactSheet(id.value());
    }

    /** Describes {@code shown}. */
    public static String of(Shown shown, Style style) {
        GenerationSheet generation = new GenerationSheet(shown.revision().id());
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
        generation
                .routing()
                .attempts()
                .forEach(attempt -> line("attempt", Attempts.inWords(attempt)));
        sheet.section("Completion");
        facts(generation, MetadataField.STREAMED, MetadataField.NATIVE_FINISH_REASON);
        sheet.section("Timing");
        line("created", Times.created(generation.created()));
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
        generation
                .charges()
                .cacheDiscount()
                .ifPresent(discount -> line("cache", CacheText.of(discount, assessment.spend())));
        facts(generation, MetadataField.IS_BYOK, MetadataField.CACHE_DISCOUNT);
    }

    private static String knownSpend(Spend.Known known) {
        String total = Numbers.dollars(known.amount());
        return known.mode() == BillingMode.CREDITS
                ? total + " from credits"
                : total
                        + ": "
                        + Numbers.dollars(known.byokUpstream())
                        + " billed to the own key, "
                        + Numbers.dollars(known.credits())
                        + " fee from credits";
    }

    /** The stated fields from the first to the last, in the order of the documentation. */
    private void facts(Generation generation, MetadataField first, MetadataField last) {
        EnumSet.range(first, last).stream()
                .filter(field -> field != MetadataField.PROVIDER_RESPONSES)
                .forEach(field ->
                        FieldText.of(field, generation)
                                .ifPresent(text -> line(field.wireName(), text)));
    }

    private void record(Shown shown) {
        sheet.section("Record");
        line("revision", String.valueOf(shown.revision().number()));
        line("received", shown.revision().document().receivedAt().toString());
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
