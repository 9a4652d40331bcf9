package io.genledger.domain.finding;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The standard finding rules (OPENROUTER.md §8), in the order in which findings are listed. */
public enum StandardFindings implements FindingRule {
    /** A posted amount with more decimals than a ledger keeps (OPENROUTER.md §3.11). */
    AMOUNT_FINER_THAN_LEDGER(
            Severity.INFO,
            "an amount has more than 12 decimals; sums use it rounded half-even, the"
                    + " archived document keeps every digit",
            MoneyChecks::amountsFinerThanLedger),
    /** {@code total_cost} and {@code usage} differ (OPENROUTER.md §8.1). */
    TOTAL_COST_DIFFERS(
            Severity.WARNING,
            "total_cost differs from usage, which is what was charged",
            MoneyChecks::totalCostDiffers),
    /** Without BYOK, an upstream cost above the charge (OPENROUTER.md §8.1). */
    UPSTREAM_EXCEEDS_CREDITS(
            Severity.WARNING,
            "the call did not use BYOK, yet its upstream cost exceeds what was charged",
            MoneyChecks::upstreamExceedsCredits),
    /** A negative charge (OPENROUTER.md §8.1). */
    NEGATIVE_USAGE(
            Severity.WARNING,
            "a charge is negative: a refund, or an error",
            MoneyChecks::negativeUsage),
    /** An amount is missing, so that the spend is unknown (OPENROUTER.md §4.4). */
    SPEND_UNKNOWN(
            Severity.WARNING,
            "the spend is unknown and missing from every sum",
            MoneyChecks::spendUnknown),
    /** A fee for a BYOK call above that of the plan (OPENROUTER.md §8.1). */
    BYOK_FEE_ABOVE_PLAN(
            Severity.WARNING,
            "OpenRouter's fee for a BYOK call exceeds the plan's percentage of the"
                    + " upstream cost",
            MoneyChecks::byokFeeAbovePlan),
    /** A charge for a replay from the response cache (OPENROUTER.md §8.2). */
    REPLAY_CHARGED(
            Severity.ERROR,
            "a replay from the response cache was charged, although replays are free",
            ZeroChecks::replayCharged),
    /** A charge for a free variant that no tool explains (OPENROUTER.md §8.2). */
    FREE_VARIANT_CHARGED(
            Severity.ERROR,
            "a free variant of the model was charged, and the record names no search or"
                    + " fetch that explains it",
            ZeroChecks::freeVariantCharged),
    /** A charge for an insured completion that nothing explains (OPENROUTER.md §7.2). */
    INSURED_COMPLETION_CHARGED(
            Severity.ERROR,
            "a completion that failed or has no output was charged, although OpenRouter"
                    + " does not bill it; the record names no search, fetch or media that explains"
                    + " it",
            ZeroChecks::insuredCompletionCharged),
    /** No charge, and no reason for it in the record (OPENROUTER.md §7.1). */
    ZERO_UNEXPLAINED(
            Severity.INFO,
            "nothing was charged, and the record gives no reason",
            ZeroChecks::zeroUnexplained),
    /** Tokens read from the cache, and no saving stated (OPENROUTER.md §6.1). */
    CACHE_DISCOUNT_MISSING(
            Severity.INFO,
            "tokens were read from the cache, and the record does not state what that saved",
            TokenChecks::cacheDiscountMissing),
    /** Cached tokens exceed prompt tokens (OPENROUTER.md §8.3). */
    CACHED_EXCEEDS_PROMPT(
            Severity.WARNING,
            "cached tokens exceed prompt tokens",
            TokenChecks::cachedExceedsPrompt),
    /** Reasoning tokens exceed completion tokens (OPENROUTER.md §8.3). */
    REASONING_EXCEEDS_COMPLETION(
            Severity.INFO,
            "reasoning tokens exceed completion tokens: they were counted separately",
            TokenChecks::reasoningExceedsCompletion),
    /** A time of creation before the request (OPENROUTER.md §8.4). */
    CREATED_BEFORE_REQUEST(
            Severity.WARNING,
            "created_at is more than a minute before the request began, by the second"
                    + " in the id",
            RecordChecks::createdBeforeRequest),
    /** A time of creation long after the request (OPENROUTER.md §8.4). */
    CREATED_LONG_AFTER_REQUEST(
            Severity.INFO,
            "created_at is more than a day after the request began, by the second in the id",
            RecordChecks::createdLongAfterRequest),
    /** The successful attempt names another provider (OPENROUTER.md §8.4). */
    ATTEMPTS_NAME_ANOTHER_PROVIDER(
            Severity.WARNING,
            "provider_name is not the provider of the successful attempt",
            RecordChecks::attemptsNameAnotherProvider),
    /** The record and its attempts differ on BYOK (OPENROUTER.md §8.4). */
    ATTEMPTS_CONTRADICT_BYOK(
            Severity.WARNING,
            "is_byok, which decides who billed the call, contradicts the attempts",
            RecordChecks::attemptsContradictByok),
    /** The record of another generation than the requested one (OPENROUTER.md §8.4). */
    RECORD_FOR_ANOTHER_ID(
            Severity.ERROR,
            "the record belongs to another generation than the requested one",
            RecordChecks::recordForAnotherId),
    /** Amounts from the inline usage of a completion (OPENROUTER.md §9.1). */
    INLINE_USAGE(
            Severity.INFO,
            "the amounts are inline usage, provisional until the generation's own"
                    + " record is there",
            RecordChecks::inlineUsage),
    /**
     * An archived document that cannot be decoded. An audit reports it; no rule finds it in a
     * generation.
     */
    DOCUMENT_UNREADABLE(
            Severity.ERROR,
            "the archived document cannot be decoded any more",
            (generation, expectations) -> Optional.empty());

    /** All of them, in the order in which findings are listed. */
    static final List<FindingRule> ALL = List.of(values());

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;
    private final String sentence;
    private final BiFunction<Generation, Expectations, Optional<Evidence>> check;

    StandardFindings(
            Severity severity,
            String sentence,
            BiFunction<Generation, Expectations, Optional<Evidence>> check) {
        this.severity = severity;
        this.sentence = sentence;
        this.check = check;
    }

    /** The code of its findings, stable, e.g. {@code negative-usage}. */
    public String code() {
        return code;
    }

    /** The severity of its findings. */
    public Severity severity() {
        return severity;
    }

    /** The finding in words. */
    public String sentence() {
        return sentence;
    }

    @Override
    public Optional<Finding> findIn(Generation generation, Expectations expectations) {
        return check.apply(generation, expectations)
                .map(found -> finding(found.evidence(), found.atStake()));
    }

    /**
     * A finding with this code, severity and sentence.
     *
     * @param evidence the fields it is based on
     * @param atStake the money it puts in question: zero if none, empty if unknown
     */
    public Finding finding(Set<MetadataField> evidence, Optional<UsdAmount> atStake) {
        return new Finding(code, severity, sentence, evidence, atStake);
    }
}
