package io.genledger.domain.finding;

import io.genledger.domain.generation.Generation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The standard rules, one constant each (contract.md, "Impossible or suspicious shapes"). Whoever
 * wants but some of them makes a list of those.
 */
public enum StandardFindings implements FindingRule {
    /** A posted amount has more decimals than a ledger keeps. */
    AMOUNT_FINER_THAN_LEDGER(
            Severity.INFO,
            "an amount has more than 12 decimals; reports use it rounded half-even, the archived"
                    + " document keeps every digit",
            MoneyChecks::amountsFinerThanLedger),
    /** {@code total_cost} is another amount than {@code usage}. */
    TOTAL_COST_DIFFERS(
            Severity.WARNING,
            "total_cost is not the same as usage, which is what was charged",
            MoneyChecks::totalCostDiffers),
    /** Without an own key, the upstream cost is more than the charge. */
    UPSTREAM_EXCEEDS_CREDITS(
            Severity.WARNING,
            "no own key was used, yet the upstream cost is higher than what was charged",
            MoneyChecks::upstreamExceedsCredits),
    /** Less than nothing was charged. */
    NEGATIVE_USAGE(
            Severity.WARNING,
            "a charge is negative: a refund, or an error",
            MoneyChecks::negativeUsage),
    /** An amount is missing without which the spend is not known. */
    SPEND_UNKNOWN(
            Severity.WARNING,
            "what it cost is not known, and no sum can hold it",
            MoneyChecks::spendUnknown),
    /** OpenRouter took more of an own-key request than the plan says. */
    BYOK_FEE_ABOVE_PLAN(
            Severity.WARNING,
            "OpenRouter's fee for your own key is more than the plan's share of the provider's"
                    + " bill",
            MoneyChecks::byokFeeAbovePlan),
    /** A replay from the response cache cost something. */
    REPLAY_CHARGED(
            Severity.ERROR,
            "a replay from the response cache was charged, and replays are free",
            ZeroChecks::replayCharged),
    /** A free variant cost something, and no search explains it. */
    FREE_VARIANT_CHARGED(
            Severity.ERROR,
            "a free variant of the model was charged, and the record names no search that explains"
                    + " it",
            ZeroChecks::freeVariantCharged),
    /** An insured completion cost something, and nothing explains it. */
    INSURED_COMPLETION_CHARGED(
            Severity.ERROR,
            "it ended in an error or without output, which OpenRouter does not bill, yet it was"
                    + " charged; the record names no search, fetch or media that explains it",
            ZeroChecks::insuredCompletionCharged),
    /** Nothing was charged, for no reason the record gives. */
    ZERO_UNEXPLAINED(
            Severity.INFO,
            "nothing was charged, and the record gives no reason",
            ZeroChecks::zeroUnexplained),
    /** The cache was read, and nobody says what that saved. */
    CACHE_DISCOUNT_MISSING(
            Severity.INFO,
            "tokens were read from the cache, and the record does not state what that saved",
            TokenChecks::cacheDiscountMissing),
    /** More tokens came from the cache than there were. */
    CACHED_EXCEEDS_PROMPT(
            Severity.WARNING,
            "more tokens were read from the cache than the prompt has",
            TokenChecks::cachedExceedsPrompt),
    /** More tokens were thought than written. */
    REASONING_EXCEEDS_COMPLETION(
            Severity.INFO,
            "more reasoning tokens than completion tokens: another counter is at work",
            TokenChecks::reasoningExceedsCompletion),
    /** The record is older than its request. */
    CREATED_BEFORE_REQUEST(
            Severity.WARNING,
            "created more than a minute before the request began, by the second in the id",
            RecordChecks::createdBeforeRequest),
    /** The record is much younger than its request. */
    CREATED_LONG_AFTER_REQUEST(
            Severity.INFO,
            "created more than a day after the request began, by the second in the id",
            RecordChecks::createdLongAfterRequest),
    /** The provider is not the one whose attempt succeeded. */
    ATTEMPTS_NAME_ANOTHER_PROVIDER(
            Severity.WARNING,
            "provider_name is not the provider whose attempt succeeded",
            RecordChecks::attemptsNameAnotherProvider),
    /** The record and its attempts differ on whose key was used. */
    ATTEMPTS_CONTRADICT_BYOK(
            Severity.WARNING,
            "the record and its list of attempts do not agree on whether an own key was used, which"
                    + " decides who billed it",
            RecordChecks::attemptsContradictByok),
    /** The record is not the one that was asked for. */
    RECORD_FOR_ANOTHER_ID(
            Severity.ERROR,
            "the record is about another generation than the one asked for",
            RecordChecks::answerForAnotherId),
    /** The figures are those of the completion. */
    INLINE_USAGE(
            Severity.INFO,
            "the figures come from the completion itself; the generation's own record has the last"
                    + " word",
            RecordChecks::inlineFigures);

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

    /** Stable, for machines, e.g. {@code negative-usage}. */
    public String code() {
        return code;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** What is found, in words. */
    public String sentence() {
        return sentence;
    }

    @Override
    public Optional<Finding> findIn(Generation generation, Expectations expectations) {
        return check.apply(generation, expectations)
                .map(found ->
                        new Finding(code, severity, sentence, found.evidence(), found.atStake()));
    }
}
