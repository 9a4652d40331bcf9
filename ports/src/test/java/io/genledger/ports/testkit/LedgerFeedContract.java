package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.lake.FeedFigure;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.LedgerFeed;
import io.genledger.ports.ledger.Ledger;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link LedgerFeed}. */
public abstract class LedgerFeedContract {

    private static final int MANY = 1_000;

    /** The feed of a ledger. */
    public record Fixture(LedgerFeed feed, Ledger ledger) {

        /** Records generations, each in a transaction of its own. */
        void record(Generation... generations) {
            Stream.of(generations).forEach(one -> ledger.record(List.of(recording(one))));
        }

        /** All rows in their order. */
        List<FeedRow> rows() {
            long last = feed.last(0, Long.MAX_VALUE, MANY).orElse(0L);
            return LongStream.rangeClosed(1, last)
                    .mapToObj(feed::row)
                    .flatMap(row -> row.stream())
                    .toList();
        }
    }

    /** The feed of an empty ledger. */
    protected abstract Fixture emptyFixture();

    @Test
    void anEmptyLedgerHasNoRow() {
        LedgerFeed feed = emptyFixture().feed();

        assertThat(feed.row(1)).isEmpty();
        assertThat(feed.last(0, Long.MAX_VALUE, MANY)).isEmpty();
        assertThat(feed.count(0, Long.MAX_VALUE)).isZero();
        assertThat(feed.sums(Long.MAX_VALUE, Instant.EPOCH)).isEmpty();
        assertThat(feed.prunedBefore()).isEmpty();
    }

    @Test
    void rowsStandInTheOrderInWhichEntriesWereRecorded() {
        Fixture fixture = emptyFixture();
        fixture.record(complete(id(2)), complete(id(1)));

        assertThat(fixture.rows()).extracting(FeedRow::generation).containsExactly(id(2), id(1));
        assertThat(fixture.rows()).extracting(FeedRow::revision).containsOnly(1);
        assertThat(fixture.rows()).extracting(FeedRow::isCancelled).containsOnly(false);
    }

    @Test
    void aCorrectionCancelsTheRevisionBeforeAtItsOwnTime() {
        Fixture fixture = emptyFixture();
        fixture.record(costing(id(1), credits("0.5")), costing(id(1), credits("0.25")));

        List<FeedRow> rows = fixture.rows();
        FeedRow cancelled = rows.stream().filter(FeedRow::isCancelled).findFirst().orElseThrow();
        FeedRow corrected =
                rows.stream().filter(row -> row.revision() == 2).findFirst().orElseThrow();
        assertThat(rows).hasSize(3);
        assertThat(cancelled.revision()).isEqualTo(1);
        assertThat(cancelled.recordedAt()).isEqualTo(corrected.recordedAt());
        FeedSums sums = fixture.feed().sums(Long.MAX_VALUE, Instant.EPOCH).get(0);
        assertThat(sums.rows()).isEqualTo(3);
        assertThat(sums.generations()).isEqualTo(1);
        assertThat(sums.sums().get(FeedFigure.SPEND)).isEqualTo(new BigInteger("250000000000"));
    }

    @Test
    void theNextRowsAreCounted() {
        Fixture fixture = emptyFixture();
        fixture.record(complete(id(1)), complete(id(2)), complete(id(3)));
        List<FeedRow> rows = fixture.rows();
        long first = rows.get(0).sequence();
        long second = rows.get(1).sequence();
        long third = rows.get(2).sequence();

        assertThat(fixture.feed().last(0, third, 2)).contains(second);
        assertThat(fixture.feed().last(0, second, MANY)).contains(second);
        assertThat(fixture.feed().last(first, third, 1)).contains(second);
        assertThat(fixture.feed().last(third, Long.MAX_VALUE, MANY)).isEmpty();
        assertThat(fixture.feed().count(first, third)).isEqualTo(2);
        assertThat(fixture.feed().count(first, second)).isEqualTo(1);
    }

    @Test
    void sumsAreOfMonthsInUtcAndOfKnownFigures() {
        Fixture fixture = emptyFixture();
        fixture.record(
                createdAt(costing(id(1), credits("0.5")), Instant.parse("2025-07-31T23:59:59Z")),
                createdAt(
                        costing(id(2), credits("0.000000000001")),
                        Instant.parse("2025-08-01T00:00:00Z")),
                createdAt(silent(id(3)), Instant.parse("2025-08-31T23:59:59.999999Z")));

        List<FeedSums> sums = fixture.feed().sums(Long.MAX_VALUE, Instant.EPOCH);
        assertThat(sums)
                .extracting(FeedSums::month)
                .containsExactly(YearMonth.of(2025, 7), YearMonth.of(2025, 8));
        assertThat(sums.get(1).rows()).isEqualTo(2);
        assertThat(sums.get(1).sums().get(FeedFigure.SPEND)).isEqualTo(BigInteger.ONE);
        long second = fixture.rows().get(1).sequence();
        assertThat(fixture.feed().sums(second, Instant.parse("2025-08-01T00:00:00Z")))
                .singleElement()
                .satisfies(august -> assertThat(august.rows()).isEqualTo(1));
    }

    @Test
    void sumsBeyond64BitsAreExact() {
        Fixture fixture = emptyFixture();
        fixture.record(
                costing(id(1), credits("9000000.000000000001")),
                costing(id(2), credits("9000000.000000000002")));

        FeedSums sums = fixture.feed().sums(Long.MAX_VALUE, Instant.EPOCH).get(0);
        assertThat(sums.sums().get(FeedFigure.SPEND))
                .isEqualTo(new BigInteger("18000000000000000003"));
    }

    @Test
    void remembersTheLatestRowsAlsoIfItDoesNotHaveThem() {
        Fixture fixture = emptyFixture();
        fixture.record(complete(id(1)));
        FeedRow shipped =
                new FeedRow(77, id(5), 3, true, Instant.parse("2025-08-20T08:00:00.000001Z"));

        fixture.feed().remember(shipped);

        assertThat(fixture.feed().row(77)).contains(shipped);
        assertThat(fixture.feed().row(78)).isEmpty();
        assertThat(fixture.feed().last(0, Long.MAX_VALUE, MANY)).isNotEqualTo(77L);
        for (int later = 1; later < LedgerFeed.REMEMBERED; later++) {
            fixture.feed().remember(remembered(later));
        }
        fixture.feed().remember(shipped);
        fixture.feed().remember(remembered(LedgerFeed.REMEMBERED));
        assertThat(fixture.feed().row(77)).contains(shipped);
        assertThat(fixture.feed().row(78)).isEmpty();
        assertThat(fixture.feed().row(79)).contains(remembered(2));
    }

    private static FeedRow remembered(int number) {
        return new FeedRow(77 + number, id(5 + number), 1, false, Instant.EPOCH);
    }
}
