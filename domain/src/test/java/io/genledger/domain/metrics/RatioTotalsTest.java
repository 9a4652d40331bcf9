package io.genledger.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTotalsTest {

    private static final RatioTotals STATED = of("0.000030", 10L, 20L, 5L, 4_000L);

    @Test
    void eachRatioIsThatOfItsFigures() {
        assertThat(price(STATED)).contains("1");
        assertThat(STATED.cacheHitRate()).contains(ratio(1, 2));
        assertThat(STATED.tokensPerSecond()).contains(ratio(5, 1));
    }

    /** A generation that does not state one figure, together with one that states all. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    spend    | prompt | completion | cached | time | price | hit rate | speed
                             | 10     | 20         | 0      | 1000 | 1     | 1/4      | 8
                    0.000090 |        | 20         | 0      | 1000 | 1     | 1/2      | 8
                    0.000090 | 10     |            | 0      | 1000 | 1     | 1/4      | 5
                    0.000090 | 10     | 20         |        | 1000 | 2     | 1/2      | 8
                    0.000090 | 10     | 20         | 0      |      | 2     | 1/4      | 5
                    0.000090 |        |            |        |      | 1     | 1/2      | 5
                    """)
    void aRatioLeavesOutWhatDoesNotStateAllOfItsFigures(
            @Nullable String spend,
            @Nullable Long prompt,
            @Nullable Long completion,
            @Nullable Long cached,
            @Nullable Long millis,
            String price,
            String hitRate,
            String speed) {
        RatioTotals both = STATED.plus(of(spend, prompt, completion, cached, millis));

        assertThat(price(both)).contains(price);
        assertThat(both.cacheHitRate().map(RatioTotalsTest::text)).contains(hitRate);
        assertThat(both.tokensPerSecond().map(RatioTotalsTest::text)).contains(speed);
    }

    @Test
    void nothingHasNoRatio() {
        for (RatioTotals none :
                new RatioTotals[] {RatioTotals.NONE, of("1", null, null, null, null)}) {
            assertThat(none).isEqualTo(RatioTotals.NONE);
            assertThat(none.price()).isEmpty();
            assertThat(none.cacheHitRate()).isEmpty();
            assertThat(none.tokensPerSecond()).isEmpty();
        }
    }

    private static RatioTotals of(
            @Nullable String spend,
            @Nullable Long prompt,
            @Nullable Long completion,
            @Nullable Long cached,
            @Nullable Long millis) {
        return RatioTotals.of(
                Optional.ofNullable(spend).map(UsdAmount::of),
                new NativeTokens(
                        count(prompt),
                        count(completion),
                        Optional.empty(),
                        count(cached),
                        Optional.empty()),
                Optional.ofNullable(millis).map(Duration::ofMillis));
    }

    private static Optional<TokenCount> count(@Nullable Long count) {
        return Optional.ofNullable(count).map(TokenCount::new);
    }

    private static Optional<String> price(RatioTotals totals) {
        return totals.price()
                .map(price -> price.perMillion(3, RoundingMode.UNNECESSARY).toString());
    }

    private static Ratio ratio(long numerator, long denominator) {
        return Ratio.of(new TokenCount(numerator), new TokenCount(denominator));
    }

    private static String text(Ratio ratio) {
        return Stream.of(ratio.numerator(), ratio.denominator())
                .map(Object::toString)
                .reduce((one, other) -> other.equals("1") ? one : one + "/" + other)
                .orElseThrow();
    }
}
