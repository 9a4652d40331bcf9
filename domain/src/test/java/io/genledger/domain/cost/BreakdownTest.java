package io.genledger.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.cost.Breakdown.Kind;
import io.genledger.domain.cost.Breakdown.Line;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BreakdownTest {

    private static final long SEED = 20261125;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    mode    | credits      | upstream | discount    | payments                           | cache
                    CREDITS | 0.205218     | 0        |             | CREDITS 0.205218                   |
                    CREDITS | 0.205218     | 0        | 0           | CREDITS 0.205218                   | WITHOUT_CACHE 0.205218
                    CREDITS | 0.0004688775 | 0        | 0.0010926   | CREDITS 0.0004688775               | WITHOUT_CACHE 0.0015614775, CACHE_SAVING -0.0010926
                    CREDITS | 0.12915825   | 0        | -0.02507625 | CREDITS 0.12915825                 | WITHOUT_CACHE 0.104082, CACHE_SURCHARGE 0.02507625
                    BYOK | 0.000325     | 0.0065   |             | BYOK_FEE 0.000325, UPSTREAM 0.0065 |
                    BYOK | 0            | 0.0065   | 0.001       | BYOK_FEE 0, UPSTREAM 0.0065     | WITHOUT_CACHE 0.0075, CACHE_SAVING -0.001
                    """)
    void namesEachLine(
            BillingMode mode,
            String credits,
            String upstream,
            @Nullable String discount,
            String payments,
            @Nullable String cache) {
        Breakdown breakdown =
                Breakdown.of(
                        new Spend.Known(
                                mode,
                                UsdAmount.of(credits),
                                UsdAmount.of(upstream),
                                Optional.ofNullable(discount).map(UsdAmount::of)));

        assertThat(lines(breakdown.payments())).isEqualTo(payments);
        assertThat(lines(breakdown.cache())).isEqualTo(cache == null ? "" : cache);
    }

    @Test
    void theLinesOfEitherViewAddUpToTheSpend() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 1_000; round++) {
            boolean byok = random.nextBoolean();
            Spend.Known spend =
                    new Spend.Known(
                            byok ? BillingMode.BYOK : BillingMode.CREDITS,
                            amount(random),
                            byok ? amount(random) : UsdAmount.ZERO,
                            random.nextBoolean() ? Optional.of(amount(random)) : Optional.empty());
            Breakdown breakdown = Breakdown.of(spend);

            assertThat(breakdown.total()).as("seed %d", SEED).isEqualTo(spend.amount());
            assertThat(sum(breakdown.payments())).isEqualTo(spend.amount());
            assertThat(breakdown.cache().isEmpty()).isEqualTo(spend.cacheDiscount().isEmpty());
            if (spend.cacheDiscount().isPresent()) {
                assertThat(sum(breakdown.cache())).isEqualTo(spend.amount());
            }
        }
    }

    @Test
    void linesThatDoNotAddUpAreNoBreakdown() {
        List<Line> right = List.of(new Line(Kind.CREDITS, UsdAmount.of("0.2")));
        List<Line> wrong = List.of(new Line(Kind.WITHOUT_CACHE, UsdAmount.of("0.3")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakdown(UsdAmount.of("0.2"), wrong, right))
                .withMessage("the lines add up to 0.3, not to the total of 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakdown(UsdAmount.of("0.2"), right, wrong));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakdown(UsdAmount.of("0.2"), List.of(), right));
    }

    @Test
    void linesAreImmutable() {
        List<Line> payments = new ArrayList<>(List.of(new Line(Kind.CREDITS, UsdAmount.ZERO)));
        List<Line> cache = new ArrayList<>(List.of(new Line(Kind.WITHOUT_CACHE, UsdAmount.ZERO)));
        Breakdown breakdown = new Breakdown(UsdAmount.ZERO, payments, cache);
        payments.clear();
        cache.clear();

        assertThat(breakdown.payments()).hasSize(1);
        assertThat(breakdown.cache()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsGivenInWords(Kind kind) {
        assertThat(kind.sentence()).isNotBlank().doesNotEndWith(".");
    }

    private static UsdAmount sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(UsdAmount.ZERO, UsdAmount::plus);
    }

    private static String lines(List<Line> lines) {
        return lines.stream()
                .map(line -> line.kind() + " " + line.amount())
                .collect(Collectors.joining(", "));
    }

    private static UsdAmount amount(SplittableRandom random) {
        return UsdAmount.ofUnits(
                BigInteger.valueOf(random.nextInt(-1_000_000, 1_000_000)), random.nextInt(20));
    }
}
