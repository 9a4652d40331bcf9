package io.genledger.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {

    private static final Timing TWO_SECONDS =
            new Timing(Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(2)));

    /** Embeddings: every cent was for the prompt. */
    private static Sample withoutGaps() {
        return Sample.silent()
                .with(Sample.credits("0.1"))
                .with(tokens(10, 0, 0))
                .with(TWO_SECONDS)
                .attempts(attempt(200, Optional.empty()));
    }

    @Test
    void aRecordMayTellAll() {
        assertThat(gaps(withoutGaps())).isEmpty();
    }

    @Test
    void aSilentRecordTellsNothing() {
        assertThat(gaps(Sample.silent()))
                .containsExactly(
                        new Gap("spend", "the record states neither usage nor total_cost"),
                        new Gap("price of a prompt or completion token", "the spend is unknown"),
                        new Gap(
                                "tokens per second",
                                "the record states no native_tokens_completion"),
                        new Gap("failed attempts", "the record lists no attempts"));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 5, the record states one price for both together",
        "10, , the record does not state both token counts",
        ", 5, the record does not state both token counts"
    })
    void oneAmountDoesNotTellTwoPrices(
            @Nullable Long prompt, @Nullable Long completion, String reason) {
        NativeTokens tokens =
                new NativeTokens(
                        Optional.ofNullable(prompt).map(TokenCount::new),
                        Optional.ofNullable(completion).map(TokenCount::new),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(gaps(withoutGaps().with(tokens)))
                .contains(new Gap("price of a prompt or completion token", reason));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 5, nothing was paid",
        "-1, 10, 5, nothing was paid",
        "1, 0, 0, there are no tokens"
    })
    void aPriceNeedsAPaymentAndAToken(String paid, long prompt, long completion, String reason) {
        Sample sample =
                withoutGaps().with(Sample.credits(paid)).with(tokens(prompt, completion, 0));

        assertThat(gaps(sample)).contains(new Gap("price of a prompt or completion token", reason));
    }

    @Test
    void aTimeThatTheRecordDoesNotStateIsMissed() {
        assertThat(
                        gaps(
                                withoutGaps()
                                        .with(
                                                new CreationTime(
                                                        Sample.CREATED,
                                                        CreationTime.Basis.RECEIPT))))
                .containsExactly(new Gap("creation time", "the record states no created_at"));
    }

    @Test
    void anAttemptWithoutAStatusMayHaveFailed() {
        ProviderAttempt silent =
                new ProviderAttempt(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(gaps(withoutGaps().attempts(silent)))
                .containsExactly(new Gap("failed attempts", "an attempt states no status"));
    }

    @Test
    void aPriceOfCompletionTokensIsEnough() {
        assertThat(gaps(withoutGaps().with(tokens(0, 10, 0)))).isEmpty();
    }

    @Test
    void whatTheCacheSavedIsMissedWhereItWasRead() {
        Sample read = withoutGaps().with(tokens(10, 0, 8));

        assertThat(gaps(read)).extracting(Gap::figure).containsExactly("price without the cache");
        assertThat(gaps(read.with(Sample.charges(false, "0.1", "0.1", null, "0.2")))).isEmpty();
    }

    @Test
    void aSpeedNeedsATime() {
        assertThat(gaps(withoutGaps().with(Timing.UNREPORTED)))
                .containsExactly(
                        new Gap("tokens per second", "the record states no generation_time"));
        assertThat(
                        gaps(
                                withoutGaps()
                                        .with(
                                                new Timing(
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        Optional.of(Duration.ZERO)))))
                .containsExactly(new Gap("tokens per second", "generation_time is zero or less"));
    }

    @Test
    void aFailedAttemptMayNotSayHowLongItTook() {
        ProviderAttempt answered = attempt(200, Optional.empty());

        assertThat(gaps(withoutGaps().attempts(attempt(429, Optional.empty()), answered)))
                .containsExactly(
                        new Gap(
                                "time lost in failed attempts",
                                "a failed attempt states no latency"));
        assertThat(
                        gaps(
                                withoutGaps()
                                        .attempts(
                                                attempt(429, Optional.of(Duration.ofMillis(5))),
                                                answered)))
                .isEmpty();
    }

    private static List<Gap> gaps(Sample sample) {
        Generation generation = sample.build();
        return Gap.in(generation, SpendRule.OPENROUTER.spendOf(generation));
    }

    private static NativeTokens tokens(long prompt, long completion, long cached) {
        return new NativeTokens(
                Optional.of(new TokenCount(prompt)),
                Optional.of(new TokenCount(completion)),
                Optional.empty(),
                Optional.of(new TokenCount(cached)),
                Optional.empty());
    }

    private static ProviderAttempt attempt(int status, Optional<Duration> latency) {
        return new ProviderAttempt(
                Optional.empty(),
                Optional.of(status),
                latency,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
