package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.ofKind;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.money.Charges;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.sample.Sample;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.testkit.SpendReaderContract.Fixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of a ledger, and of its sums, about documents of several kinds and ranks. */
public abstract class PrecedenceContract {

    /** Documents about one generation, the one that counts before all others first. */
    enum Ranked {
        OF_A_CUT_ACTIVITY_ROW(
                "COLLECTED 0.0000031",
                "METADATA 0.0000041",
                "BROADCAST 0.0000019",
                "COMPLETION 0.0000019",
                "ACTIVITY 0.000001",
                "COMPLETION"),
        OF_ANOTHER_ACTIVITY_ROW(
                "COLLECTED 0.01",
                "METADATA 0.02",
                "ACTIVITY 0.03",
                "BROADCAST 0.03",
                "COMPLETION 0.05",
                "COMPLETION"),
        OF_UNKNOWN_SPEND(
                "COLLECTED", "METADATA", "COMPLETION 0.05", "ACTIVITY", "BROADCAST", "COMPLETION");

        private final List<String> documents;

        Ranked(String... documents) {
            this.documents = List.of(documents);
        }

        private Recording document(int rank, GenerationId id) {
            String[] words = documents.get(rank).split(" ", -1);
            boolean isCollected = words[0].equals("COLLECTED");
            Charges charges = words.length == 1 ? Charges.UNREPORTED : credits(words[1]);
            Generation generation =
                    Sample.silent()
                            .id(id.value())
                            .with(charges)
                            .with(Sample.nativeTokens(rank + 1, 1, 0, 0))
                            .build();
            byte[] bytes = (documents.get(rank) + " " + id).getBytes(StandardCharsets.UTF_8);
            return new Recording(
                    LedgerEntry.of(
                            isCollected
                                    ? generation
                                    : ofKind(generation, DocumentKind.valueOf(words[0]))),
                    new MetadataDocument(
                            isCollected ? Optional.of(id) : Optional.empty(),
                            bytes,
                            SampleGenerations.RECEIVED));
        }
    }

    /** An empty ledger and the reader of its sums. */
    protected abstract Fixture emptyFixture();

    /**
     * Documents of one generation in the order in which they are recorded.
     *
     * @param documents by their ranks
     */
    private record Order(List<Integer> ranks, List<Recording> documents) {

        static Order of(List<Integer> ranks, Ranked ranked, GenerationId id) {
            return new Order(
                    ranks,
                    IntStream.range(0, 6).mapToObj(rank -> ranked.document(rank, id)).toList());
        }

        Stream<Recording> at(int step) {
            return ranks.stream().skip(step).limit(1).map(documents::get);
        }

        /** Of the first so many documents, the one with the first rank. */
        Recording counting(int count) {
            return ranks.stream()
                    .limit(count)
                    .min(Comparator.naturalOrder())
                    .map(documents::get)
                    .orElseThrow();
        }
    }

    /** Those of the orders of documents that are tried. */
    protected List<List<Integer>> tried(List<List<Integer>> orders) {
        return orders;
    }

    /** Every order of every set of documents, each for a generation of its own. */
    private List<Order> orders(Ranked ranked) {
        List<List<Integer>> orders =
                tried(orders(List.of(0, 1, 2, 3, 4, 5)).stream().skip(1).toList());
        return IntStream.range(0, orders.size())
                .mapToObj(i -> Order.of(orders.get(i), ranked, id(i)))
                .toList();
    }

    private static List<List<Integer>> orders(List<Integer> ranks) {
        List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
        for (int rank : ranks) {
            List<Integer> others = ranks.stream().filter(one -> one != rank).toList();
            orders(others)
                    .forEach(rest ->
                            orders.add(Stream.concat(Stream.of(rank), rest.stream()).toList()));
        }
        return orders;
    }

    @ParameterizedTest
    @EnumSource
    void theSameDocumentCountsInAnyOrder(Ranked ranked) {
        Fixture fixture = emptyFixture();
        List<Order> orders = orders(ranked);
        List<Instant> moments = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            record(fixture, orders, step);
            moments.add(SpendReaderContract.momentAfterNow());
        }
        for (int again = 5; again >= 0; again--) {
            record(fixture, orders, again);
        }

        List<Recording> counting = counting(orders, 6);
        assertThat(counting)
                .allSatisfy(one ->
                        assertThat(fixture.ledger().find(one.entry().id()))
                                .map(Revision::document)
                                .contains(one.document()));
        assertThat(totals(fixture, query())).isEqualTo(sum(counting));
        for (int step = 0; step < 6; step++) {
            assertThat(totals(fixture, query().asOf(moments.get(step))))
                    .as("after step %d", step)
                    .isEqualTo(sum(counting(orders, step + 1)));
        }
    }

    private static void record(Fixture fixture, List<Order> orders, int step) {
        List<Recording> recordings = orders.stream().flatMap(order -> order.at(step)).toList();
        List<Outcome> expected = fixture.ledger().preview(recordings);
        assertThat(fixture.ledger().record(recordings)).isEqualTo(expected);
    }

    private static List<Recording> counting(List<Order> orders, int documents) {
        return orders.stream().map(order -> order.counting(documents)).toList();
    }

    private static SpendQuery query() {
        return new SpendQuery(List.of(Dimension.TRUST), TimeRange.ALWAYS, ZoneOffset.UTC);
    }

    private static SpendTotals totals(Fixture fixture, SpendQuery query) {
        return fixture.report(query).totals();
    }

    private static SpendTotals sum(List<Recording> recordings) {
        return recordings.stream()
                .map(one -> SpendTotals.of(one.entry()))
                .reduce(SpendTotals.NONE, SpendTotals::plus);
    }

    @ParameterizedTest
    @EnumSource
    void eachDocumentReplacesThoseOfLowerRank(Ranked ranked) {
        Fixture fixture = emptyFixture();
        List<Recording> lowestFirst =
                IntStream.rangeClosed(0, 5)
                        .mapToObj(rank -> ranked.document(5 - rank, id(1)))
                        .toList();

        assertThat(fixture.ledger().record(lowestFirst))
                .containsExactly(
                        Outcome.RECORDED,
                        Outcome.REPLACED,
                        Outcome.REPLACED,
                        Outcome.REPLACED,
                        Outcome.REPLACED,
                        Outcome.REVISED);
        assertThat(fixture.ledger().record(lowestFirst))
                .containsExactly(
                        Outcome.SUPERSEDED,
                        Outcome.SUPERSEDED,
                        Outcome.SUPERSEDED,
                        Outcome.SUPERSEDED,
                        Outcome.UNCHANGED,
                        Outcome.UNCHANGED);
        assertThat(fixture.ledger().revisions(id(1))).hasSize(6);
    }

    @Test
    void contentOfAReplacedProvisionalDocumentDoesNotCountAgain() {
        Fixture fixture = emptyFixture();
        Recording first = Ranked.OF_ANOTHER_ACTIVITY_ROW.document(4, id(1));
        Recording second = Ranked.OF_A_CUT_ACTIVITY_ROW.document(3, id(1));

        assertThat(fixture.ledger().record(List.of(first, second, first)))
                .containsExactly(Outcome.RECORDED, Outcome.REVISED, Outcome.UNCHANGED);
        assertThat(fixture.ledger().find(id(1)).map(Revision::document))
                .contains(second.document());
    }
}
