package io.genledger.domain.finding;

import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The standard finding rules (OPENROUTER.md §8), in the order in which findings are listed. */
public enum StandardFindings implements FindingRule {
    /** A posted amount with more decimals than a ledger keeps (OPENROUTER.md §3.11). */
    AMOUNT_FINER_THAN_LEDGER(
            0,
            Severity.INFO,
            "an amount has more than 12 decimals; sums use it rounded half-even, the"
                    + " archived document keeps every digit",
            MoneyChecks::amountsFinerThanLedger),
    /** {@code total_cost} and {@code usage} differ (OPENROUTER.md §8.1). */
    TOTAL_COST_DIFFERS(
            1,
            Severity.WARNING,
            "total_cost differs from usage, which is what was charged",
            MoneyChecks::totalCostDiffers),
    /** Without BYOK, an upstream cost above the charge (OPENROUTER.md §8.1). */
    UPSTREAM_EXCEEDS_CREDITS(
            2,
            Severity.WARNING,
            "the call did not use BYOK, yet its upstream cost exceeds what was charged",
            MoneyChecks::upstreamExceedsCredits),
    /** A negative charge (OPENROUTER.md §8.1). */
    NEGATIVE_USAGE(
            3,
            Severity.WARNING,
            "a charge is negative: a refund, or an error",
            MoneyChecks::negativeUsage),
    /** An amount is missing, so that the spend is unknown (OPENROUTER.md §4.4). */
    SPEND_UNKNOWN(
            4,
            Severity.WARNING,
            "the spend is unknown and missing from every sum",
            MoneyChecks::spendUnknown),
    /** A fee for a BYOK call above that of the plan (OPENROUTER.md §8.1). */
    BYOK_FEE_ABOVE_PLAN(
            5,
            Severity.WARNING,
            "OpenRouter's fee for a BYOK call exceeds the plan's percentage of the"
                    + " upstream cost",
            MoneyChecks::byokFeeAbovePlan,
            new Plan(FeeRate.ZERO, Allowance.Requests.NONE)),
    /** A fee for a BYOK call, though the allowance is not known to be used up (§8.1). */
    BYOK_FEE_WITHIN_ALLOWANCE(
            20,
            Severity.INFO,
            "OpenRouter took a fee for a BYOK call although the plan's monthly allowance was not"
                    + " used up, as far as this ledger knows",
            MoneyChecks::byokFeeWithinAllowance,
            new Plan(FeeRate.ZERO, new Allowance.Requests(1))),
    /** A charge for a replay from the response cache (OPENROUTER.md §8.2). */
    REPLAY_CHARGED(
            6,
            Severity.ERROR,
            "a replay from the response cache was charged, although replays are free",
            ZeroChecks::replayCharged),
    /** A charge for a free variant that no tool explains (OPENROUTER.md §8.2). */
    FREE_VARIANT_CHARGED(
            7,
            Severity.ERROR,
            "a free variant of the model was charged, and the record names no search or"
                    + " fetch that explains it",
            ZeroChecks::freeVariantCharged),
    /** A charge for an insured completion that nothing explains (OPENROUTER.md §7.2). */
    INSURED_COMPLETION_CHARGED(
            8,
            Severity.ERROR,
            "a completion that failed or has no output was charged, although OpenRouter"
                    + " does not bill it; the record names no search, fetch or media that explains"
                    + " it",
            ZeroChecks::insuredCompletionCharged),
    /** A charge for an image that failed or was cancelled (OPENROUTER.md §7.3). */
    FAILED_IMAGE_CHARGED(
            21,
            Severity.ERROR,
            "an image that failed or was cancelled was charged, although OpenRouter does not bill"
                    + " it; the record names no search or fetch that explains it",
            ZeroChecks::failedImageCharged),
    /** No charge, and no reason for it in the record (OPENROUTER.md §7.1). */
    ZERO_UNEXPLAINED(
            9,
            Severity.INFO,
            "nothing was charged, and the record gives no reason",
            ZeroChecks::zeroUnexplained,
            Plan.UNTIL_OCTOBER_2025),
    /** Tokens read from the cache, and no saving stated (OPENROUTER.md §6.1). */
    CACHE_DISCOUNT_MISSING(
            10,
            Severity.INFO,
            "tokens were read from the cache, and the record does not state what that saved",
            TokenChecks::cacheDiscountMissing),
    /** Cached tokens exceed prompt tokens (OPENROUTER.md §8.3). */
    CACHED_EXCEEDS_PROMPT(
            11,
            Severity.WARNING,
            "cached tokens exceed prompt tokens",
            TokenChecks::cachedExceedsPrompt),
    /** Reasoning tokens exceed completion tokens (OPENROUTER.md §8.3). */
    REASONING_EXCEEDS_COMPLETION(
            12,
            Severity.INFO,
            "reasoning tokens exceed completion tokens: they were counted separately",
            TokenChecks::reasoningExceedsCompletion),
    /** A time of creation before the request (OPENROUTER.md §8.4). */
    CREATED_BEFORE_REQUEST(
            13,
            Severity.WARNING,
            "created_at is more than a minute before the request began, by the second"
                    + " in the id",
            RecordChecks::createdBeforeRequest),
    /** A time of creation long after the request (OPENROUTER.md §8.4). */
    CREATED_LONG_AFTER_REQUEST(
            14,
            Severity.INFO,
            "created_at is more than a day after the request began, by the second in the id",
            RecordChecks::createdLongAfterRequest),
    /** The successful attempt names another provider (OPENROUTER.md §8.4). */
    ATTEMPTS_NAME_ANOTHER_PROVIDER(
            15,
            Severity.WARNING,
            "provider_name is not the provider of the successful attempt",
            RecordChecks::attemptsNameAnotherProvider),
    /** The record and its attempts differ on BYOK (OPENROUTER.md §8.4). */
    ATTEMPTS_CONTRADICT_BYOK(
            16,
            Severity.WARNING,
            "is_byok, which decides who billed the call, contradicts the attempts",
            RecordChecks::attemptsContradictByok),
    /** The record of another generation than the requested one (OPENROUTER.md §8.4). */
    RECORD_FOR_ANOTHER_ID(
            17,
            Severity.ERROR,
            "the record belongs to another generation than the requested one",
            RecordChecks::recordForAnotherId),
    /** Amounts that the generation's own record does not state (OPENROUTER.md §9.1, §9.4). */
    PROVISIONAL_AMOUNTS(
            18,
            Severity.INFO,
            "the amounts are provisional and may include workers, until the generation's own"
                    + " record is there",
            RecordChecks::provisionalAmounts),
    /**
     * An archived document that cannot be decoded. An audit reports it; no rule finds it in a
     * generation.
     */
    DOCUMENT_UNREADABLE(
            19,
            Severity.ERROR,
            "the archived document cannot be decoded any more",
            (generation, expectations) -> Optional.empty());

    /**
     * The version of the rules. It grows by one whenever a rule finds something else in a record
     * than before, or puts another amount in question, because ledgers keep findings (see {@link
     * io.genledger.domain.ledger.RecordedFindings}).
     */
    public static final int RULES_VERSION = 2;

    /** All of them, in the order in which findings are listed. */
    static final List<FindingRule> ALL = List.of(values());

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int bit;
    private final Severity severity;
    private final String sentence;
    private final BiFunction<Generation, Expectations, Optional<Evidence>> check;
    private final Optional<Expectations> strictest;

    StandardFindings(
            int bit,
            Severity severity,
            String sentence,
            BiFunction<Generation, Expectations, Optional<Evidence>> check) {
        this(bit, severity, sentence, check, Optional.empty());
    }

    /**
     * @param strictest a plan under which the rule finds all that it finds under any plan
     */
    StandardFindings(
            int bit,
            Severity severity,
            String sentence,
            BiFunction<Generation, Expectations, Optional<Evidence>> check,
            Plan strictest) {
        this(
                bit,
                severity,
                sentence,
                check,
                Optional.of(
                        Expectations.STANDARD
                                .withPlans(PlanHistory.always(strictest))
                                .withAllowanceUse(AllowanceUse.NONE)));
    }

    StandardFindings(
            int bit,
            Severity severity,
            String sentence,
            BiFunction<Generation, Expectations, Optional<Evidence>> check,
            Optional<Expectations> strictest) {
        this.bit = bit;
        this.severity = severity;
        this.sentence = sentence;
        this.check = check;
        this.strictest = strictest;
    }

    /**
     * The rules of a set of bits.
     *
     * @param bits a sum of {@link #mask} of different rules
     * @throws IllegalArgumentException if a bit is of no rule
     */
    public static Set<StandardFindings> ofBits(long bits) {
        Set<StandardFindings> rules = EnumSet.noneOf(StandardFindings.class);
        long rest = bits;
        for (StandardFindings each : values()) {
            if ((bits & each.mask()) != 0) {
                rules.add(each);
                rest -= each.mask();
            }
        }
        if (rest != 0) {
            throw new IllegalArgumentException(
                    "no finding rule has bit " + Long.numberOfTrailingZeros(rest));
        }
        return Collections.unmodifiableSet(rules);
    }

    /** The number of its bit in a ledger, 0 to 62, stable and never reused. */
    public int bit() {
        return bit;
    }

    /** The bit of number {@link #bit} alone. */
    public long mask() {
        return 1L << bit;
    }

    /**
     * Whether it depends on the account's plan. Such a rule does so for BYOK calls only, which have
     * a fee.
     */
    public boolean dependsOnPlan() {
        return strictest.isPresent();
    }

    /**
     * Whether the account's plan decides if there is this finding in {@code generation}. If not,
     * the result is the same under every plan.
     */
    public boolean dependsOnPlan(Generation generation) {
        return strictest.isPresent()
                && generation.charges().usedByok()
                && check.apply(generation, strictest.get()).isPresent();
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
