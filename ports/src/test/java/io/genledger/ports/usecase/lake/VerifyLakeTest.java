package io.genledger.ports.usecase.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.testkit.InMemoryLake;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryLedgerFeed;
import io.genledger.ports.usecase.lake.VerifyLake.Comparison;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifyLakeTest {

    private static final LedgerName EU = new LedgerName("eu");

    private static InMemoryLedgerFeed feedOf(Generation... generations) {
        InMemoryLedger ledger = new InMemoryLedger();
        Stream.of(generations).forEach(one -> ledger.record(List.of(recording(one))));
        return new InMemoryLedgerFeed(ledger);
    }

    private static Comparison compare(
            InMemoryLedgerFeed ledger, InMemoryLedgerFeed shipped, long until) {
        InMemoryLake lake = new InMemoryLake(Map.of(EU, shipped));
        var unused = lake.copy(EU, 0, until);
        return new VerifyLake(EU, ledger, lake).compare();
    }

    @Test
    void aLakeWithoutTheLedgerHasNothingToCompare() {
        Comparison comparison = compare(feedOf(complete(id(1))), feedOf(), 0);

        assertThat(comparison.last()).isEmpty();
        assertThat(comparison.months()).isEmpty();
        assertThat(comparison.isEqual()).isTrue();
    }

    @Test
    void rowsThatWereNotShippedYetAreNotCompared() {
        InMemoryLedgerFeed feed = feedOf(complete(id(1)), complete(id(2)));

        Comparison comparison = compare(feed, feed, 1);

        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.months())
                .singleElement()
                .satisfies(month -> assertThat(month.lake().orElseThrow().rows()).isEqualTo(1));
    }

    @Test
    void theLastDigitCounts() {
        Comparison comparison =
                compare(
                        feedOf(costing(id(1), credits("0.5"))),
                        feedOf(costing(id(1), credits("0.500000000001"))),
                        1);

        assertThat(comparison.isEqual()).isFalse();
    }

    @Test
    void aMissingMonthDiffers() {
        Comparison comparison = compare(feedOf(), feedOf(complete(id(1))), 1);

        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.months())
                .singleElement()
                .satisfies(month -> assertThat(month.ledger()).isEmpty());
    }
}
