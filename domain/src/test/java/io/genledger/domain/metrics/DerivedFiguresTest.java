package io.genledger.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.routing.WebSearchEngine;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedFiguresTest {

    /** Prices are in dollars for a million tokens. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage   | upstream | prompt | completion | prompt price | completion price | blended
                    false   | 0.00001 |          | 10     | 10         |              |                  | 0.5
                    false   | 0.00001 |          | 10     | 0          | 1            |                  | 1
                    false   | 0.00001 |          | 0      | 10         |              | 1                | 1
                    true    | 0.00001 | 0.0002   | 10     | 0          | 21           |                  | 21
                    true    | 0.00001 |          | 10     | 0          |              |                  |
                    false   | 0.00001 |          | 10     |            |              |                  |
                    false   | 0.00001 |          |        | 10         |              |                  |
                    false   | 0.00001 |          | 0      | 0          |              |                  |
                    false   |         |          | 10     | 0          |              |                  |
                    false   | 0       |          | 10     | 0          |              |                  |
                    false   | -0.1    |          | 10     | 0          |              |                  |
                    """)
    void pricesAreKnownWhereTheyCanBe(
            boolean byok,
            @Nullable String usage,
            @Nullable String upstream,
            @Nullable Long prompt,
            @Nullable Long completion,
            @Nullable String promptPrice,
            @Nullable String completionPrice,
            @Nullable String blended) {
        DerivedFigures figures =
                figures(
                        Sample.silent()
                                .with(Sample.charges(byok, usage, usage, upstream, null))
                                .with(tokens(prompt, completion, null)));

        assertThat(perMillion(figures.promptPrice())).isEqualTo(amount(promptPrice));
        assertThat(perMillion(figures.completionPrice())).isEqualTo(amount(completionPrice));
        assertThat(perMillion(figures.blendedPrice())).isEqualTo(amount(blended));
    }

    /** Who says how much of the spend was for the image? */
    @Test
    void whatElseWasPaidForHidesThePrices() {
        Sample prompt = Sample.silent().with(Sample.credits("0.1")).with(tokens(10L, 0L, null));
        Sample completion = Sample.silent().with(Sample.credits("0.1")).with(tokens(0L, 10L, null));

        for (MediaUsage media : eachWith(1)) {
            assertThat(figures(prompt.with(media)).promptPrice()).isEmpty();
            assertThat(figures(prompt.with(media)).blendedPrice()).isEmpty();
            assertThat(figures(completion.with(media)).completionPrice()).isEmpty();
        }
        for (MediaUsage media : eachWith(0)) {
            assertThat(figures(prompt.with(media)).promptPrice()).isPresent();
            assertThat(figures(completion.with(media)).completionPrice()).isPresent();
        }
    }

    @Test
    void aSearchEngineOrAnImageHidesThePricesToo() {
        Sample sample = Sample.silent().with(Sample.credits("0.1"));
        NativeTokens image =
                new NativeTokens(
                        Optional.of(new TokenCount(10)),
                        Optional.of(TokenCount.ZERO),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new TokenCount(1)));

        assertThat(figures(sample.with(image)).promptPrice()).isEmpty();
        assertThat(
                        figures(
                                        sample.with(tokens(10L, 0L, null))
                                                .with(
                                                        new Routing(
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                Optional.of(
                                                                        new WebSearchEngine("exa")),
                                                                List.of())))
                                .promptPrice())
                .isEmpty();
    }

    @Test
    void aPriceIsRoundedByTheCaller() {
        TokenPrice third = TokenPrice.of(UsdAmount.of("0.000001"), new TokenCount(3));

        assertThat(third.perMillion(4, RoundingMode.HALF_EVEN)).isEqualTo(UsdAmount.of("0.3333"));
        assertThat(third.perMillion(2, RoundingMode.UP)).isEqualTo(UsdAmount.of("0.34"));
        assertThat(third).isLessThan(TokenPrice.of(UsdAmount.of("0.000001"), new TokenCount(2)));
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 2/5", "10, 0, 0/1", "4, 10, 5/2", "0, 0,", ", 4,", "10, ,"})
    void theCacheHitRateIsAPartOfThePrompt(
            @Nullable Long prompt, @Nullable Long cached, @Nullable String rate) {
        DerivedFigures figures = figures(Sample.silent().with(tokens(prompt, 1L, cached)));

        assertThat(figures.cacheHitRate().map(Object::toString))
                .isEqualTo(Optional.ofNullable(rate));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0.25, , 0.75, 3/4",
        "false, 0.75, , -0.25, -1/2",
        "false, 0.25, , 0, 0/1",
        "false, 0.25, , ,",
        "false, -0.25, , 0.25,",
        "true, 0.05, , 0.25,",
        "true, 0.05, 0.2, 0.25, 1/2"
    })
    void theSavingIsAPartOfThePriceWithoutTheCache(
            boolean byok,
            String usage,
            @Nullable String upstream,
            @Nullable String discount,
            @Nullable String saving) {
        DerivedFigures figures =
                figures(
                        Sample.silent()
                                .with(Sample.charges(byok, usage, usage, upstream, discount)));

        assertThat(figures.cacheSaving().map(Object::toString))
                .isEqualTo(Optional.ofNullable(saving));
    }

    @ParameterizedTest
    @CsvSource({"30, 1500, 20/1", "30, 0,", "30, -5,", "30, ,", ", 1500,", "0, 1500, 0/1"})
    void theSpeedIsOfTheGenerationTime(
            @Nullable Long completion, @Nullable Long millis, @Nullable String speed) {
        Timing timing = new Timing(Optional.empty(), Optional.empty(), millis(millis));
        DerivedFigures figures =
                figures(Sample.silent().with(tokens(1L, completion, null)).with(timing));

        assertThat(figures.tokensPerSecond().map(Object::toString))
                .isEqualTo(Optional.ofNullable(speed));
    }

    @ParameterizedTest
    @CsvSource({"787, 230, 230/787", "0, 230,", ", 230,", "787, ,", "787, 0, 0/1"})
    void moderationIsAPartOfTheLatency(
            @Nullable Long latency, @Nullable Long moderation, @Nullable String share) {
        Timing timing = new Timing(millis(latency), millis(moderation), Optional.empty());

        assertThat(figures(Sample.silent().with(timing)).moderationShare().map(Object::toString))
                .isEqualTo(Optional.ofNullable(share));
    }

    @ParameterizedTest
    @CsvSource({
        "'', , ",
        "200:5, 0, ",
        "429:327 200:1643, 1, 327",
        "429:327 500:3 200:1, 2, 330",
        "429:? 200:1, 1, ",
        "429:? 500:3 200:1, 2, ",
        "499:9, 0, ",
        "302:4, 1, 4",
        "299:4, 0, ",
        "?:4, , ",
        "429:327 ?:4, , 327"
    })
    void failedAttemptsCostTime(String attempts, @Nullable Integer failed, @Nullable Long millis) {
        DerivedFigures figures =
                figures(
                        Sample.silent()
                                .attempts(
                                        attempts.isEmpty()
                                                ? new ProviderAttempt[0]
                                                : Arrays.stream(attempts.split(" ", -1))
                                                        .map(DerivedFiguresTest::attempt)
                                                        .toArray(ProviderAttempt[]::new)));

        assertThat(figures.failedAttempts())
                .isEqualTo(failed == null ? OptionalInt.empty() : OptionalInt.of(failed));
        assertThat(figures.failedTime()).isEqualTo(millis(millis));
    }

    private static DerivedFigures figures(Sample sample) {
        Generation generation = sample.build();
        return DerivedFigures.of(generation, SpendRule.OPENROUTER.spendOf(generation));
    }

    private static ProviderAttempt attempt(String text) {
        String[] parts = text.split(":", -1);
        return new ProviderAttempt(
                Optional.empty(),
                parts[0].equals("?") ? Optional.empty() : Optional.of(Integer.valueOf(parts[0])),
                parts[1].equals("?") ? Optional.empty() : millis(Long.valueOf(parts[1])),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<MediaUsage> eachWith(long count) {
        Optional<ItemCount> some = Optional.of(new ItemCount(count));
        Optional<ItemCount> none = Optional.empty();
        return List.of(
                new MediaUsage(some, none, none, none, none),
                new MediaUsage(none, some, none, none, none),
                new MediaUsage(none, none, some, none, none),
                new MediaUsage(none, none, none, some, none),
                new MediaUsage(none, none, none, none, some));
    }

    private static NativeTokens tokens(
            @Nullable Long prompt, @Nullable Long completion, @Nullable Long cached) {
        return new NativeTokens(
                Optional.ofNullable(prompt).map(TokenCount::new),
                Optional.ofNullable(completion).map(TokenCount::new),
                Optional.empty(),
                Optional.ofNullable(cached).map(TokenCount::new),
                Optional.empty());
    }

    private static Optional<Duration> millis(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Duration::ofMillis);
    }

    private static Optional<UsdAmount> perMillion(Optional<TokenPrice> price) {
        return price.map(each -> each.perMillion(6, RoundingMode.UNNECESSARY));
    }

    private static Optional<UsdAmount> amount(@Nullable String text) {
        return Optional.ofNullable(text).map(UsdAmount::of);
    }
}
