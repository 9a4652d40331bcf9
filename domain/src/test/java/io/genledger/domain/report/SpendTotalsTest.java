package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.metrics.RatioTotals;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals.TokenTotals;
import io.genledger.domain.report.SpendTotals.UnknownCounts;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendTotalsTest {

    private static final long SEED = 20251105;

    @Test
    void saysWhatOneGenerationSays() {
        SpendTotals totals = totalsOf(Sample.complete().build());

        assertThat(totals)
                .isEqualTo(
                        new SpendTotals(
                                1,
                                0,
                                UsdAmount.of("0.001489509"),
                                UsdAmount.of("0.000070929"),
                                UsdAmount.of("0.000070929"),
                                UsdAmount.of("0.00141858"),
                                UsdAmount.of("-0.0000125"),
                                new TokenTotals(count(11), count(7), count(3), count(5), count(1)),
                                new RatioTotals(
                                        UsdAmount.of("0.001489509"),
                                        count(18),
                                        count(11),
                                        count(5),
                                        Duration.ofMillis(4700),
                                        count(7)),
                                UnknownCounts.NONE));
    }

    @Test
    void countsAnUnknownSpendInsteadOfAddingNothing() {
        SpendTotals totals =
                totalsOf(
                        Sample.silent()
                                .with(Sample.charges(true, "0.000325", null, null, null))
                                .build());

        assertThat(totals.unknownSpend()).isEqualTo(1);
        assertThat(totals.spend()).isEqualTo(UsdAmount.ZERO);
        assertThat(totals.credits()).isEqualTo(UsdAmount.of("0.000325"));
        assertThat(totals.byokFee()).isEqualTo(UsdAmount.of("0.000325"));
    }

    @Test
    void countsACacheSavingThatIsNotStated() {
        Sample cached = Sample.silent().with(Sample.nativeTokens(10, 1, 0, 8));

        assertThat(totalsOf(cached.build()).unknownCacheSaving()).isEqualTo(1);
        assertThat(
                        totalsOf(cached.with(Sample.charges(false, "1", "1", null, "0")).build())
                                .unknownCacheSaving())
                .isZero();
        assertThat(
                        totalsOf(Sample.silent().with(Sample.nativeTokens(10, 1, 0, 0)).build())
                                .unknownCacheSaving())
                .isZero();
    }

    /** What is known of a single generation: each amount, or that it is not. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage | upstream | discount | cached | spend | credits | fee | byok | saving
                    false   | 1     | 1        | 0.5      | 8      | 1     | 1       | 0   | 0    | 0.5
                    false   | 1     | 1        |          | 8      | 1     | 1       | 0   | 0    | -
                    false   | 1     | 1        |          | 0      | 1     | 1       | 0   | 0    | 0
                    false   |       | 1        |          | 0      | -     | -       | -   | 0    | 0
                    true    | 1     | 2        |          | 0      | 3     | 1       | 1   | 2    | 0
                    true    | 1     |          |          | 0      | -     | 1       | 1   | -    | 0
                    true    |       | 2        |          | 0      | -     | -       | -   | 2    | 0
                    true    |       |          | 0        | 8      | -     | -       | -   | -    | 0
                    """)
    void aWhollyUnknownAmountIsNotZero(
            boolean byok,
            @Nullable String usage,
            @Nullable String upstream,
            @Nullable String discount,
            long cached,
            String spend,
            String credits,
            String fee,
            String byokUpstream,
            String saving) {
        SpendTotals one =
                SpendTotals.of(
                        Sample.silent()
                                .with(Sample.charges(byok, usage, null, upstream, discount))
                                .with(NativeTokens.of(10, 1).withCached(cached))
                                .build());

        for (SpendTotals totals : List.of(one, one.plus(SpendTotals.NONE))) {
            assertThat(totals.knownSpend()).isEqualTo(known(spend));
            assertThat(totals.knownCredits()).isEqualTo(known(credits));
            assertThat(totals.knownByokFee()).isEqualTo(known(fee));
            assertThat(totals.knownByokUpstream()).isEqualTo(known(byokUpstream));
            assertThat(totals.knownCacheDiscount()).isEqualTo(known(saving));
        }
        SpendTotals free =
                SpendTotals.of(
                        Sample.silent().with(Sample.charges(false, "0", "0", null, "0")).build());
        SpendTotals both = one.plus(free);
        assertThat(both.knownSpend()).contains(one.spend());
        assertThat(both.knownCredits()).contains(one.credits());
        assertThat(both.knownByokFee()).contains(one.byokFee());
        assertThat(both.knownByokUpstream()).contains(one.byokUpstream());
        assertThat(both.knownCacheDiscount()).contains(one.cacheDiscount());
    }

    @Test
    void aNumberOfTokensThatNoGenerationStatesIsUnknown() {
        SpendTotals silent = totalsOf(Sample.silent().build());
        SpendTotals stated =
                totalsOf(Sample.silent().with(Sample.nativeTokens(10, 3, 2, 1)).build());
        SpendTotals both = silent.plus(stated);

        assertThat(silent.knownPromptTokens()).isEmpty();
        assertThat(silent.knownCompletionTokens()).isEmpty();
        assertThat(silent.knownReasoningTokens()).isEmpty();
        assertThat(silent.knownCachedTokens()).isEmpty();
        assertThat(silent.knownTokens()).isEmpty();
        assertThat(both.knownPromptTokens()).contains(count(10));
        assertThat(both.knownCompletionTokens()).contains(count(3));
        assertThat(both.knownReasoningTokens()).contains(count(2));
        assertThat(both.knownCachedTokens()).contains(count(1));
        assertThat(both.knownTokens()).contains(count(13));
        assertThat(both.unknown()).isEqualTo(new UnknownCounts(2, 2, 0, 1, 1, 1, 1, 1));
        assertThat(stated.unknown().lacksTokens()).isFalse();
        assertThat(both.unknown().lacksTokens()).isTrue();
    }

    @Test
    void promptTokensAloneMakeAKnownNumberOfTokens() {
        NativeTokens prompt =
                new NativeTokens(
                        Optional.of(count(10)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        SpendTotals totals = totalsOf(Sample.silent().with(prompt).build());

        assertThat(totals.knownTokens()).contains(count(10));
        assertThat(totals.knownCompletionTokens()).isEmpty();
        assertThat(totals.unknown().lacksTokens()).isTrue();
    }

    @Test
    void noGenerationCostsNothing() {
        assertThat(SpendTotals.NONE.knownSpend()).contains(UsdAmount.ZERO);
    }

    private static Optional<UsdAmount> known(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(UsdAmount.of(text));
    }

    @Test
    void aCreditRequestPaysNoByokFee() {
        SpendTotals totals = totalsOf(Sample.silent().with(Sample.credits("0.5")).build());

        assertThat(totals.credits()).isEqualTo(UsdAmount.of("0.5"));
        assertThat(totals.byokFee()).isEqualTo(UsdAmount.ZERO);
    }

    @Test
    void addingIsAssociativeAndCommutativeAndNoneChangesNothing() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 500; round++) {
            SpendTotals a = someTotals(random);
            SpendTotals b = someTotals(random);
            SpendTotals c = someTotals(random);

            assertThat(a.plus(b).plus(c)).as("seed %d", SEED).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b)).as("seed %d", SEED).isEqualTo(b.plus(a));
            assertThat(a.plus(SpendTotals.NONE)).as("seed %d", SEED).isEqualTo(a);
            assertThat(SpendTotals.NONE.plus(a)).as("seed %d", SEED).isEqualTo(a);
        }
    }

    @Test
    void anyGroupingOfTheSameGenerationsAddsUpToTheSame() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 50; round++) {
            List<SpendTotals> all =
                    new ArrayList<>(
                            IntStream.range(0, 60).mapToObj(i -> someTotals(random)).toList());
            SpendTotals whole = sum(all);
            Collections.shuffle(all, new Random(random.nextLong()));
            int groups = 1 + random.nextInt(10);
            List<SpendTotals> sums =
                    all.stream()
                            .collect(Collectors.groupingBy(each -> random.nextInt(groups)))
                            .values()
                            .stream()
                            .map(SpendTotalsTest::sum)
                            .toList();

            assertThat(sum(sums)).as("seed %d, round %d", SEED, round).isEqualTo(whole);
        }
    }

    @Test
    void doesNotWrapAround() {
        SpendTotals full =
                new SpendTotals(
                        Long.MAX_VALUE,
                        0,
                        UsdAmount.ZERO,
                        UsdAmount.ZERO,
                        UsdAmount.ZERO,
                        UsdAmount.ZERO,
                        UsdAmount.ZERO,
                        TokenTotals.NONE,
                        RatioTotals.NONE,
                        UnknownCounts.NONE);

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> full.plus(totalsOf(Sample.silent().build())));
    }

    private static SpendTotals totalsOf(Generation generation) {
        return SpendTotals.of(LedgerEntry.of(generation));
    }

    private static SpendTotals sum(List<SpendTotals> totals) {
        return totals.stream().reduce(SpendTotals.NONE, SpendTotals::plus);
    }

    private static SpendTotals someTotals(SplittableRandom random) {
        Charges charges =
                new Charges(
                        maybe(random, random.nextBoolean()),
                        maybe(random, amount(random)),
                        maybe(random, amount(random)),
                        maybe(random, amount(random)),
                        maybe(random, amount(random)));
        NativeTokens tokens =
                new NativeTokens(
                        maybe(random, count(random.nextInt(1 << 20))),
                        maybe(random, count(random.nextInt(1 << 20))),
                        maybe(random, count(random.nextInt(1 << 20))),
                        maybe(random, count(random.nextInt(1 << 20))),
                        Optional.empty());
        return totalsOf(Sample.silent().with(charges).with(tokens).build());
    }

    private static <T> Optional<T> maybe(SplittableRandom random, T value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value);
    }

    /** Of either sign, and often finer than a ledger keeps. */
    private static UsdAmount amount(SplittableRandom random) {
        return UsdAmount.ofUnits(BigInteger.valueOf(random.nextLong()), 10 + random.nextInt(12));
    }

    private static TokenCount count(long value) {
        return new TokenCount(value);
    }
}
