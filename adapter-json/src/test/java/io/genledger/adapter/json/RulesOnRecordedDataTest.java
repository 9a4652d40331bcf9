package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.TokenCount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The domain's rules on real data: what they find is counted, so that a change of a rule shows. */
class RulesOnRecordedDataTest {

    private static final List<Generation> DERIVED = DerivedGenerations.all();

    @Test
    void theSpendOfEachDerivedGenerationIsWhatItsAuthorPaid() {
        assertThat(DERIVED)
                .hasSize(2_921)
                .allSatisfy(generation -> {
                    Assessment assessment = Assessment.of(generation);

                    assertThat(assessment.spend().knownAmount())
                            .isEqualTo(paid(generation.charges()));
                    assertThat(assessment.breakdown().map(Breakdown::total))
                            .isEqualTo(assessment.spend().knownAmount());
                });
    }

    /** No fee was above the 5 % of its day, and those of nothing were insured. */
    @Test
    void byokFeesAreThoseOfThePlan() {
        List<Generation> byok =
                DERIVED.stream()
                        .filter(g -> g.charges().billingMode() == BillingMode.BYOK)
                        .toList();

        assertThat(byok)
                .hasSize(209)
                .allSatisfy(generation ->
                        assertThat(codes(generation)).doesNotContain("byok-fee-above-plan"));
        assertThat(tally(byok, RulesOnRecordedDataTest::zeroReason))
                .isEqualTo(Map.of("INSURED", 3L));
    }

    private static Optional<UsdAmount> paid(Charges charges) {
        return charges.usage()
                .map(usage -> usage.plus(charges.upstreamInferenceCost().orElse(UsdAmount.ZERO)));
    }

    @Test
    void whatTheRulesFindInTheDerivedGenerationsIsCounted() {
        assertThat(tally(DERIVED, RulesOnRecordedDataTest::zeroReason))
                .isEqualTo(Map.of("INSURED", 5L, "UNEXPLAINED", 105L));
        assertThat(tally(DERIVED, RulesOnRecordedDataTest::codes))
                .isEqualTo(
                        Map.of(
                                "amount-finer-than-ledger",
                                42L,
                                "reasoning-exceeds-completion",
                                26L,
                                "spend-unknown",
                                1L,
                                "zero-unexplained",
                                105L));
    }

    /**
     * Ledgers keep findings with the version of their rules: other findings need another version.
     */
    @Test
    void theFindingsAreThoseOfTheVersionOfTheRules() throws NoSuchAlgorithmException {
        Map<Integer, String> found =
                Map.of(2, "96ae77a7d1136bb3b44d206543ec89eda17bf6d032b88643a7e0bc96978a5f57");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        RecordedDocuments.records().stream()
                .map(recorded -> new JacksonMetadataDecoder().decode(recorded.document()))
                .map(RulesOnRecordedDataTest::recordedFindings)
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        DERIVED.stream()
                .map(RulesOnRecordedDataTest::recordedFindings)
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .as(
                        "a rule finds something else: raise StandardFindings.RULES_VERSION and add"
                                + " the digest of the new version here")
                .isEqualTo(found.get(StandardFindings.RULES_VERSION));
    }

    private static String recordedFindings(Generation generation) {
        RecordedFindings findings = LedgerEntry.of(generation).findings();
        String atStake =
                findings.atStake().entrySet().stream()
                        .map(each ->
                                each.getKey().code()
                                        + "="
                                        + each.getValue().map(UsdAmount::toString).orElse("?"))
                        .collect(Collectors.joining(" "));
        return generation.id() + " " + atStake + " " + findings.undecidedBits() + "\n";
    }

    /** Any grouping adds up to the plain sum of the postings. */
    @Test
    void anyGroupingOfTheDerivedGenerationsAddsUpToTheSame() {
        SpendTotals whole = totals(DERIVED);
        UsdAmount plain =
                DERIVED.stream()
                        .map(Generation::charges)
                        .flatMap(charges ->
                                Stream.of(charges.usage(), charges.upstreamInferenceCost()))
                        .flatMap(Optional::stream)
                        .map(LedgerPrecision::posted)
                        .reduce(UsdAmount.ZERO, UsdAmount::plus);
        Map<Optional<ModelSlug>, List<Generation>> byModel =
                DERIVED.stream().collect(Collectors.groupingBy(g -> g.routing().model()));

        assertThat(whole.spend()).isEqualTo(plain);
        assertThat(whole.requests()).isEqualTo(2_921);
        assertThat(
                        byModel.values().stream()
                                .map(RulesOnRecordedDataTest::totals)
                                .reduce(SpendTotals.NONE, SpendTotals::plus))
                .isEqualTo(whole);
    }

    @Test
    void aBlendedPriceIsKnownWhereSomethingWasPaidForTokens() {
        assertThat(DERIVED)
                .allSatisfy(generation -> {
                    boolean paid =
                            paid(generation.charges()).filter(UsdAmount.ZERO::equals).isEmpty();

                    assertThat(blendedPrice(generation).isPresent())
                            .isEqualTo(
                                    paid
                                            && generation.charges().usage().isPresent()
                                            && tokens(generation) > 0);
                });
    }

    private static long tokens(Generation generation) {
        return Stream.of(generation.nativeTokens().prompt(), generation.nativeTokens().completion())
                .flatMap(Optional::stream)
                .mapToLong(TokenCount::value)
                .sum();
    }

    private static Optional<TokenPrice> blendedPrice(Generation generation) {
        return DerivedFigures.of(generation, Assessment.of(generation).spend()).blendedPrice();
    }

    private static SpendTotals totals(List<Generation> generations) {
        return generations.stream()
                .map(LedgerEntry::of)
                .map(SpendTotals::of)
                .reduce(SpendTotals.NONE, SpendTotals::plus);
    }

    private static Map<String, Long> tally(
            List<Generation> generations, Function<Generation, List<String>> names) {
        return new TreeMap<>(
                generations.stream()
                        .flatMap(generation -> names.apply(generation).stream())
                        .collect(
                                Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private static List<String> codes(Generation generation) {
        return Assessment.of(generation).findings().stream().map(Finding::code).toList();
    }

    private static List<String> zeroReason(Generation generation) {
        return Assessment.of(generation).zeroReason().map(ZeroReason::name).stream().toList();
    }
}
