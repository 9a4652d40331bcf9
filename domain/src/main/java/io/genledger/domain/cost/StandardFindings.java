package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The standard rules, one constant each (contract.md, "Impossible or suspicious shapes"). */
enum StandardFindings implements FindingRule {
    AMOUNT_FINER_THAN_LEDGER(
            Severity.INFO,
            "an amount has more than 12 decimals; reports use it rounded half-even, the archived"
                    + " document keeps every digit",
            StandardFindings::amountsFinerThanLedger),
    TOTAL_COST_DIFFERS(
            Severity.WARNING,
            "total_cost is not the same as usage, which is what was charged",
            g ->
                    evidenceIf(
                            differ(g.charges().usage(), g.charges().totalCost()),
                            MetadataField.USAGE,
                            MetadataField.TOTAL_COST)),
    UPSTREAM_EXCEEDS_CREDITS(
            Severity.WARNING,
            "no own key was used, yet the upstream cost is higher than what was charged",
            g ->
                    evidenceIf(
                            g.charges().billingMode() == BillingMode.CREDITS
                                    && exceeds(
                                            g.charges().upstreamInferenceCost(),
                                            g.charges().credits()),
                            MetadataField.IS_BYOK,
                            MetadataField.USAGE,
                            MetadataField.UPSTREAM_INFERENCE_COST)),
    NEGATIVE_USAGE(
            Severity.WARNING,
            "usage is negative: a refund, or an error",
            g ->
                    evidenceIf(
                            g.charges().usage().filter(usage -> usage.signum() < 0).isPresent(),
                            MetadataField.USAGE)),
    CACHED_EXCEEDS_PROMPT(
            Severity.WARNING,
            "more tokens were read from the cache than the prompt has",
            g ->
                    evidenceIf(
                            exceeds(g.nativeTokens().cached(), g.nativeTokens().prompt()),
                            MetadataField.NATIVE_TOKENS_CACHED,
                            MetadataField.NATIVE_TOKENS_PROMPT)),
    REASONING_EXCEEDS_COMPLETION(
            Severity.INFO,
            "more reasoning tokens than completion tokens: another counter is at work",
            g ->
                    evidenceIf(
                            exceeds(g.nativeTokens().reasoning(), g.nativeTokens().completion()),
                            MetadataField.NATIVE_TOKENS_REASONING,
                            MetadataField.NATIVE_TOKENS_COMPLETION));

    private final Severity severity;
    private final String sentence;
    private final Function<Generation, Set<MetadataField>> evidence;

    StandardFindings(
            Severity severity, String sentence, Function<Generation, Set<MetadataField>> evidence) {
        this.severity = severity;
        this.sentence = sentence;
        this.evidence = evidence;
    }

    @Override
    public Optional<Finding> findIn(Generation generation) {
        return Optional.of(evidence.apply(generation))
                .filter(fields -> !fields.isEmpty())
                .map(fields -> new Finding(code(), severity, sentence, fields));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<MetadataField> amountsFinerThanLedger(Generation generation) {
        Charges charges = generation.charges();
        Set<MetadataField> finer = EnumSet.noneOf(MetadataField.class);
        Stream.of(
                        new Amount(MetadataField.USAGE, charges.usage()),
                        new Amount(MetadataField.TOTAL_COST, charges.totalCost()),
                        new Amount(
                                MetadataField.UPSTREAM_INFERENCE_COST,
                                charges.upstreamInferenceCost()),
                        new Amount(MetadataField.CACHE_DISCOUNT, charges.cacheDiscount()))
                .filter(amount -> amount.value().filter(LedgerPrecision::isTooFine).isPresent())
                .forEach(amount -> finer.add(amount.field()));
        return finer;
    }

    private static Set<MetadataField> evidenceIf(boolean found, MetadataField... fields) {
        return found ? Set.of(fields) : Set.of();
    }

    private static boolean differ(Optional<UsdAmount> one, Optional<UsdAmount> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private static <T extends Comparable<T>> boolean exceeds(Optional<T> part, Optional<T> whole) {
        return part.isPresent() && whole.isPresent() && part.get().compareTo(whole.get()) > 0;
    }

    private record Amount(MetadataField field, Optional<UsdAmount> value) {}
}
