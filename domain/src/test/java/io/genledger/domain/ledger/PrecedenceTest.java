package io.genledger.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {

    private static final long SEED = 20261130;

    /** Written as kind, credits and upstream cost; "-" is unknown. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    counts                     | does not count
                    COLLECTED 1 0              | METADATA 2 0
                    COLLECTED - -              | METADATA 2 0
                    METADATA - -               | ACTIVITY 1 0
                    METADATA - -               | COMPLETION 1 0
                    ACTIVITY 1 0               | BROADCAST 2 0
                    ACTIVITY 1 0               | BROADCAST 1 0
                    ACTIVITY 1 0               | COMPLETION 2 0
                    BROADCAST 1 0              | COMPLETION 2 0
                    COMPLETION 1 0             | ACTIVITY - 0
                    COMPLETION 1 0             | BROADCAST 1 -
                    COMPLETION 1 0             | COMPLETION - -
                    ACTIVITY - -               | BROADCAST - -
                    BROADCAST - 0              | COMPLETION - 0
                    BROADCAST 0.0000019 0      | ACTIVITY 0.000001 0
                    COMPLETION 0.0000019 0     | ACTIVITY 0.000001 0
                    COMPLETION 0 0.0000019     | ACTIVITY 0 0.000001
                    COMPLETION -0.0000019 0    | ACTIVITY -0.000001 0
                    ACTIVITY 0.000002 0        | COMPLETION 0.0000019 0
                    ACTIVITY 0.000001 0.1      | COMPLETION 0.0000019 0
                    BROADCAST 0.000001 0       | COMPLETION 0.0000019 0
                    METADATA 0.000001 0        | COMPLETION 0.0000019 0
                    """)
    void oneOfTwoDocumentsCountsInEitherOrder(String counts, String other) {
        assertThat(of(counts).against(of(other))).isPositive();
        assertThat(of(other).against(of(counts))).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "COLLECTED 1 0, COLLECTED - -",
        "METADATA 1 0, METADATA 2 0",
        "ACTIVITY 0.000001 0, ACTIVITY 0.0000019 0",
        "BROADCAST - 0, BROADCAST - -",
        "COMPLETION 1 0, COMPLETION 2 0"
    })
    void ofTwoDocumentsOfOneRankTheLaterCounts(String one, String other) {
        assertThat(of(one).against(of(other))).isZero();
        assertThat(of(other).against(of(one))).isZero();
    }

    @Test
    void theSameDocumentCountsInAnyOrderOfReceipt() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 2_000; round++) {
            List<Precedence> documents = someDocuments(random);
            assertThat(orders(documents).map(PrecedenceTest::lastThatCounts).distinct())
                    .as("seed %d, round %d: %s", SEED, round, documents)
                    .hasSize(1);
        }
    }

    /** The documents of one kind are one, and those of exact amounts agree or have six decimals. */
    private static List<Precedence> someDocuments(SplittableRandom random) {
        boolean agree = random.nextBoolean();
        UsdAmount exact = amount(random, 9);
        List<Precedence> documents = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            UsdAmount amount = agree ? exact : amount(random, 6);
            if (kind == DocumentKind.ACTIVITY) {
                amount = random.nextBoolean() ? cut(exact) : amount(random, 6);
            }
            if (kind == DocumentKind.METADATA && random.nextBoolean()) {
                documents.add(document(kind, true, amount, random));
            }
            if (random.nextInt(4) > 0) {
                documents.add(document(kind, false, amount, random));
            }
        }
        return documents;
    }

    private static Precedence document(
            DocumentKind kind, boolean isCollected, UsdAmount amount, SplittableRandom random) {
        Optional<UsdAmount> credits =
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(amount);
        return new Precedence(kind, isCollected, credits, Optional.of(UsdAmount.ZERO));
    }

    private static UsdAmount amount(SplittableRandom random, int decimals) {
        return UsdAmount.ofUnits(BigInteger.valueOf(random.nextInt(5_000)), decimals);
    }

    private static UsdAmount cut(UsdAmount amount) {
        return new UsdAmount(amount.value().setScale(6, RoundingMode.DOWN));
    }

    /** A ledger keeps the document that counts, and no other. */
    private static Optional<Precedence> lastThatCounts(List<Precedence> received) {
        return received.stream().reduce((kept, next) -> next.against(kept) < 0 ? kept : next);
    }

    private static Stream<List<Precedence>> orders(List<Precedence> documents) {
        if (documents.isEmpty()) {
            return Stream.of(List.of());
        }
        return documents.stream()
                .flatMap(last -> {
                    List<Precedence> others = new ArrayList<>(documents);
                    others.remove(last);
                    return orders(others)
                            .map(before ->
                                    Stream.concat(before.stream(), Stream.of(last)).toList());
                });
    }

    private static Precedence of(String text) {
        String[] words = text.split(" ", -1);
        boolean isCollected = words[0].equals("COLLECTED");
        return new Precedence(
                isCollected ? DocumentKind.METADATA : DocumentKind.valueOf(words[0]),
                isCollected,
                amount(words[1]),
                amount(words[2]));
    }

    private static Optional<UsdAmount> amount(String text) {
        return text.equals("-")
                ? Optional.empty()
                : Optional.of(new UsdAmount(new BigDecimal(text)));
    }
}
