package io.genledger.app.export.focus;

import io.genledger.app.export.column.RowSum;
import io.genledger.app.export.column.RowSum.Figure;
import io.genledger.app.view.json.KeyValues;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.routing.ModelSlug;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** A row of a FOCUS file. */
record FocusRow(FocusCharge charge, RowSum sum, FocusForm form) {

    static final String OPENROUTER = "OpenRouter";

    private static final Set<String> NOT_GENERATIVE = Set.of("embeddings", "rerank");

    /** The credits taken; 0 for what a provider bills. */
    UsdAmount billed() {
        return charge.kind().isInference() ? UsdAmount.ZERO : amount(Figure.CREDITS);
    }

    /** The cost without discounts: an estimate for what a provider bills. */
    UsdAmount list() {
        return charge.kind().isInference() ? amount(Figure.BYOK_UPSTREAM) : billed();
    }

    UsdAmount effective() {
        UsdAmount fee =
                new UsdAmount(
                        form.creditFee()
                                .map(rate -> rate.of(billed().value()))
                                .orElse(BigDecimal.ZERO));
        return list().plus(fee);
    }

    private UsdAmount amount(Figure figure) {
        return new UsdAmount(sum.known(figure).orElse(BigDecimal.ZERO));
    }

    /** An amount that only the row of OpenRouter's charge has. */
    Optional<UsdAmount> known(Figure figure) {
        return charge.kind().isInference()
                ? Optional.empty()
                : sum.known(figure).map(UsdAmount::new);
    }

    /** The number of generations that are in no amount. */
    long unknown() {
        return sum.unknown(charge.kind().isInference() ? Figure.BYOK_UPSTREAM : Figure.CREDITS);
    }

    /** Prompt and completion tokens; empty if neither is known. */
    Optional<BigDecimal> tokens() {
        Optional<BigDecimal> prompt = sum.known(Figure.PROMPT);
        Optional<BigDecimal> completion = sum.known(Figure.COMPLETION);
        return prompt.map(one -> one.add(completion.orElse(BigDecimal.ZERO))).or(() -> completion);
    }

    String issuer() {
        return charge.kind().isInference()
                ? charge.text(Dimension.PROVIDER).orElse("Unknown")
                : OPENROUTER;
    }

    String description() {
        String of =
                charge.text(Dimension.MODEL).map(model -> " of " + model).orElse("")
                        + charge.text(Dimension.PROVIDER)
                                .map(provider -> " by " + provider)
                                .orElse("");
        if (charge.kind().isInference()) {
            return "Generations" + of + ", billed to the account's own key (BYOK), estimated";
        }
        return charge.isByok() ? "Fee for BYOK generations" + of : "Generations" + of;
    }

    String subcategory() {
        return charge.text(Dimension.API_TYPE).filter(NOT_GENERATIVE::contains).isPresent()
                ? "Other (AI and Machine Learning)"
                : "Generative AI";
    }

    /** The model, its tier, and whether the call was with the account's own key. */
    Optional<String> sku() {
        return charge.text(Dimension.MODEL)
                .map(model ->
                        model
                                + charge.text(Dimension.TIER)
                                        .map(tier -> " tier=" + tier)
                                        .orElse("")
                                + (charge.isByok() ? " byok" : ""));
    }

    Optional<String> priceDetails() {
        return charge.text(Dimension.MODEL)
                .map(model ->
                        new KeyValues()
                                .with("ModelDeveloper", new ModelSlug(model).author())
                                .with("ModelId", Optional.of(model))
                                .text());
    }

    String tags() {
        return new KeyValues()
                .with("session_id", charge.text(Dimension.SESSION))
                .with("request_id", charge.text(Dimension.REQUEST))
                .with("preset_id", charge.text(Dimension.PRESET))
                .with("app_id", charge.text(Dimension.APP))
                .with("origin", charge.text(Dimension.ORIGIN))
                .with("api_type", charge.text(Dimension.API_TYPE))
                .with("router", charge.text(Dimension.ROUTER))
                .text();
    }

    String trust() {
        return charge.kind().isInference()
                ? "estimated"
                : charge.text(Dimension.TRUST).orElse("unknown");
    }

    /** FOCUS times have no fractions of a second. */
    static String time(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }

    static String beginning(YearMonth month) {
        return time(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
