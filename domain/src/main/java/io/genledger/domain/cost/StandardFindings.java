package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The standard rules, one constant each (contract.md, "Impossible or suspicious shapes"). */
enum StandardFindings implements FindingRule {
    AMOUNT_FINER_THAN_LEDGER(
            Severity.INFO,
            "an amount has more than 12 decimals; reports use it rounded half-even, the archived"
                    + " document keeps every digit",
            MoneyChecks::amountsFinerThanLedger),
    TOTAL_COST_DIFFERS(
            Severity.WARNING,
            "total_cost is not the same as usage, which is what was charged",
            MoneyChecks::totalCostDiffers),
    UPSTREAM_EXCEEDS_CREDITS(
            Severity.WARNING,
            "no own key was used, yet the upstream cost is higher than what was charged",
            MoneyChecks::upstreamExceedsCredits),
    NEGATIVE_USAGE(
            Severity.WARNING,
            "usage is negative: a refund, or an error",
            MoneyChecks::negativeUsage),
    SPEND_UNKNOWN(
            Severity.WARNING,
            "what it cost is not known, and no sum can hold it",
            MoneyChecks::spendUnknown),
    OWN_KEY_FEE_ABOVE_PLAN(
            Severity.WARNING,
            "the fee for the own key is higher than the plan's share of the upstream cost",
            MoneyChecks::ownKeyFeeAbovePlan),
    REPLAY_CHARGED(
            Severity.ERROR,
            "a replay from the response cache was charged, and replays are free",
            ZeroChecks::replayCharged),
    FREE_VARIANT_CHARGED(
            Severity.ERROR,
            "a free variant of the model was charged",
            ZeroChecks::freeVariantCharged),
    INSURED_COMPLETION_CHARGED(
            Severity.ERROR,
            "nothing came of it, so zero-completion insurance applies, yet it was charged; no"
                    + " search, fetch or media explains that",
            ZeroChecks::insuredCompletionCharged),
    ZERO_UNEXPLAINED(
            Severity.INFO,
            "nothing was charged, and the record gives no reason",
            ZeroChecks::zeroUnexplained),
    CACHE_DISCOUNT_MISSING(
            Severity.INFO,
            "tokens were read from the cache, and the record does not state what that saved",
            TokenChecks::cacheDiscountMissing),
    CACHED_EXCEEDS_PROMPT(
            Severity.WARNING,
            "more tokens were read from the cache than the prompt has",
            TokenChecks::cachedExceedsPrompt),
    REASONING_EXCEEDS_COMPLETION(
            Severity.INFO,
            "more reasoning tokens than completion tokens: another counter is at work",
            TokenChecks::reasoningExceedsCompletion),
    CREATED_BEFORE_REQUEST(
            Severity.WARNING,
            "created more than a minute before the request began, by the second in the id",
            RecordChecks::createdBeforeRequest),
    CREATED_LONG_AFTER_REQUEST(
            Severity.INFO,
            "created more than a day after the request began, by the second in the id",
            RecordChecks::createdLongAfterRequest),
    ATTEMPTS_NAME_ANOTHER_PROVIDER(
            Severity.WARNING,
            "the provider that answered is another one in the list of attempts",
            RecordChecks::attemptsNameAnotherProvider),
    ATTEMPTS_CONTRADICT_OWN_KEY(
            Severity.WARNING,
            "the record and its list of attempts do not agree on whether an own key was used, which"
                    + " decides who billed it",
            RecordChecks::attemptsContradictOwnKey),
    ANSWER_FOR_ANOTHER_ID(
            Severity.ERROR,
            "the record is about another generation than the one asked for",
            RecordChecks::answerForAnotherId),
    INLINE_FIGURES(
            Severity.INFO,
            "the figures come from the completion itself; the generation's own record has the last"
                    + " word",
            RecordChecks::inlineFigures);

    /** All of them, in the order in which findings are listed. */
    static final List<FindingRule> ALL = List.of(values());

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;
    private final String sentence;
    private final BiFunction<Generation, Expectations, Optional<Suspicion>> check;

    StandardFindings(
            Severity severity,
            String sentence,
            BiFunction<Generation, Expectations, Optional<Suspicion>> check) {
        this.severity = severity;
        this.sentence = sentence;
        this.check = check;
    }

    String code() {
        return code;
    }

    Severity severity() {
        return severity;
    }

    @Override
    public Optional<Finding> findIn(Generation generation, Expectations expectations) {
        return check.apply(generation, expectations)
                .map(found ->
                        new Finding(code, severity, sentence, found.evidence(), found.atStake()));
    }
}
