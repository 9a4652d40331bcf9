package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.Values;
import io.genledger.app.view.generation.GenerationView;
import io.genledger.app.view.generation.MoneyView;
import io.genledger.app.view.generation.ReasonView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.EnumSet;
import java.util.stream.Collectors;

/** One generation: its money first, in words, then all that its record states. */
public final class GenerationSheet {

    private final GenerationView generation;
    private final FactSheet sheet;

    private GenerationSheet(GenerationView generation) {
        this.generation = generation;
        this.sheet = new FactSheet(generation.id().value());
    }

    /** Draws {@code generation}. */
    public static String of(GenerationView generation, Style style) {
        GenerationSheet page = new GenerationSheet(generation);
        page.money();
        page.section("Tokens", MetadataField.NATIVE_TOKENS_PROMPT, MetadataField.NUM_FETCHES);
        page.facts(MetadataField.TOKENS_PROMPT, MetadataField.TOKENS_COMPLETION);
        page.section("Route", MetadataField.MODEL, MetadataField.MODEL);
        page.facts(MetadataField.API_TYPE, MetadataField.PROVIDER_NAME);
        generation
                .attempts()
                .forEach(attempt -> page.sheet.fact("attempt", AttemptText.of(attempt)));
        page.section("Completion", MetadataField.STREAMED, MetadataField.NATIVE_FINISH_REASON);
        page.sheet.section("Timing");
        page.sheet.fact(
                "created", Times.created(generation.createdAt(), generation.createdAtBasis()));
        page.facts(MetadataField.LATENCY, MetadataField.GENERATION_TIME);
        page.section("Caller", MetadataField.APP_ID, MetadataField.PRESET_ID);
        page.section(
                "Belongs to", MetadataField.UPSTREAM_ID, MetadataField.RESPONSE_CACHE_SOURCE_ID);
        page.record();
        page.findings();
        return page.sheet.drawn(style);
    }

    private void money() {
        MoneyView money = generation.money();
        sheet.section("Money");
        sheet.fact(
                "spend",
                money.spend()
                        .map(spend -> known(spend, money))
                        .orElseGet(() ->
                                "unknown: "
                                        + money.spendUnknown()
                                                .map(ReasonView::sentence)
                                                .orElse("")));
        sheet.fact("figures", TrustText.of(generation.inline(), generation.mayIncludeWorkers()));
        sheet.fact("why no credits", generation.zeroReason().map(ReasonView::sentence));
        sheet.fact("cache", CacheText.of(money));
        facts(MetadataField.IS_BYOK, MetadataField.CACHE_DISCOUNT);
    }

    private static String known(UsdAmount spend, MoneyView money) {
        String total = Numbers.dollars(spend);
        return money.byok()
                ? total
                        + ": "
                        + money.byokUpstream().map(Numbers::dollars).orElse("unknown")
                        + " upstream cost on your own key (BYOK), an estimate at list price, and "
                        + money.byokFee().map(Numbers::dollars).orElse("unknown")
                        + " fee from credits"
                : total + " from credits";
    }

    private void section(String name, MetadataField first, MetadataField last) {
        sheet.section(name);
        facts(first, last);
    }

    /** The stated fields from the first to the last, in the order of the documentation. */
    private void facts(MetadataField first, MetadataField last) {
        for (MetadataField field : EnumSet.range(first, last)) {
            Object value = generation.stated().get(field);
            if (value != null) {
                sheet.fact(field.wireName(), Values.of(field, value));
            }
        }
    }

    private void record() {
        sheet.section("Record");
        sheet.fact("revision", String.valueOf(generation.revision()));
        sheet.fact("received", Times.millisecond(generation.receivedAt()));
        if (!generation.account().equals(AccountName.DEFAULT)) {
            sheet.fact("account", generation.account().value());
        }
        if (!generation.absent().isEmpty()) {
            sheet.fact(
                    "fields not there",
                    generation.absent().stream()
                            .map(MetadataField::wireName)
                            .collect(Collectors.joining(", ")));
        }
        generation.unknownFields().forEach((name, json) -> sheet.fact(name + " (new)", json));
    }

    private void findings() {
        sheet.section("Findings");
        generation.findings().forEach(finding -> sheet.fact(finding.code(), finding.sentence()));
    }
}
