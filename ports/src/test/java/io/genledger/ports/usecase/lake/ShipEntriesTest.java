package io.genledger.ports.usecase.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.testkit.InMemoryLake;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryLedgerFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShipEntriesTest {

    private static final LedgerName EU = new LedgerName("eu");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryLedgerFeed feed = new InMemoryLedgerFeed(ledger);
    private final InMemoryLake lake = new InMemoryLake(Map.of(EU, feed));

    private void record(int... numbers) {
        IntStream.of(numbers)
                .forEach(number -> ledger.record(List.of(recording(complete(id(number))))));
    }

    private ShipEntries shipping(Lake to) {
        return new ShipEntries(EU, feed, () -> Long.MAX_VALUE, to);
    }

    private static Shipping ship(ShipEntries entries) {
        return entries.ship(rows -> {});
    }

    @Test
    void anEmptyLedgerIsComplete() {
        assertThat(ship(shipping(lake))).isEqualTo(new Shipping.Complete(0, 0, 0));
    }

    @Test
    void shipsWhatIsNewOnly() {
        record(1, 2);
        assertThat(ship(shipping(lake))).isEqualTo(new Shipping.Complete(2, 1, 2));
        record(3);
        List<Long> told = new ArrayList<>();

        assertThat(shipping(lake).ship(told::add)).isEqualTo(new Shipping.Complete(1, 1, 3));

        assertThat(told).containsExactly(1L);
        assertThat(ship(shipping(lake))).isEqualTo(new Shipping.Complete(0, 0, 3));
    }

    /** An entry behind the end may still get a predecessor. */
    @Test
    void shipsNoFurtherThanTheSequenceIsComplete() {
        record(1, 2, 3);

        assertThat(ship(new ShipEntries(EU, feed, () -> 2, lake)))
                .isEqualTo(new Shipping.Complete(2, 1, 2));
        assertThat(lake.last(EU).map(FeedRow::sequence)).contains(2L);
    }

    @Test
    void remembersWhatTheLakeHas() {
        record(1);
        var unused = ship(shipping(lake));

        InMemoryLedgerFeed pruned = new InMemoryLedgerFeed(new InMemoryLedger());
        pruned.remember(lake.last(EU).orElseThrow());

        assertThat(ship(new ShipEntries(EU, pruned, () -> Long.MAX_VALUE, lake)))
                .isEqualTo(new Shipping.Complete(0, 0, 1));
    }

    /** Its entry may be pruned before the next step. */
    @Test
    void remembersTheLastRowOfAStepBeforeTheLakeHasIt() {
        record(1, 2);

        assertThatThrownBy(() -> ship(shipping(new Unseen(lake)))).hasMessage("killed");

        assertThat(feed.remembered()).containsExactly(lake.last(EU).orElseThrow());
    }

    /** A restored ledger has fewer rows than the lake, or others with the same numbers. */
    @Test
    void shipsNothingOfAnotherHistory() {
        record(1, 2);
        var unused = ship(shipping(lake));
        FeedRow last = lake.last(EU).orElseThrow();
        InMemoryLedger restored = new InMemoryLedger();
        restored.record(List.of(recording(complete(id(1)))));
        InMemoryLedgerFeed fewer = new InMemoryLedgerFeed(restored);

        assertThat(ship(new ShipEntries(EU, fewer, () -> Long.MAX_VALUE, lake)))
                .isEqualTo(new Shipping.OtherHistory(last, Optional.empty()));
        restored.record(List.of(recording(complete(id(7)))));
        restored.record(List.of(recording(complete(id(8)))));
        assertThat(ship(new ShipEntries(EU, fewer, () -> Long.MAX_VALUE, lake)))
                .isEqualTo(new Shipping.OtherHistory(last, fewer.row(2)));
        assertThat(lake.last(EU)).contains(last);
    }

    @Test
    void shipsNothingIfTheEngineReadsAnotherLedger() {
        record(1);
        InMemoryLedger other = new InMemoryLedger();
        other.record(List.of(recording(complete(id(2)))));
        InMemoryLedgerFeed read = new InMemoryLedgerFeed(other);
        InMemoryLake mistaken = new InMemoryLake(Map.of(EU, read));

        assertThat(ship(shipping(mistaken)))
                .isEqualTo(new Shipping.OtherFeed(1, feed.row(1), read.row(1)));
        assertThat(mistaken.parts()).isEmpty();
    }

    @Test
    void beginsAStepAgainThatAnotherShipperHasOvertaken() {
        record(1, 2);
        Overtaken once = new Overtaken(lake, 1);

        assertThat(ship(shipping(once))).isEqualTo(new Shipping.Complete(1, 1, 2));
        assertThat(lake.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.rows()).isEqualTo(2));
    }

    @Test
    void leavesTheWorkToAShipperThatIsAlwaysFaster() {
        record(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Overtaken always = new Overtaken(lake, Integer.MAX_VALUE);

        assertThat(ship(shipping(always)))
                .isEqualTo(new Shipping.Overtaken(0, ShipEntries.MOST_OVERTAKEN - 1));
    }

    /** A lake to which another shipper adds one row before each of the first commits. */
    private static final class Overtaken extends LakeAround {

        private int times;

        Overtaken(Lake right, int times) {
            super(right);
            this.times = times;
        }

        @Override
        public Copying copy(LedgerName ledger, long after, long until) {
            if (times == 0) {
                return right.copy(ledger, after, until);
            }
            times--;
            var unused = right.copy(ledger, after, after + 1);
            return new Copying.Overtaken();
        }
    }

    /** A lake whose commit the shipper does not live to see. */
    private static final class Unseen extends LakeAround {

        Unseen(Lake right) {
            super(right);
        }

        @Override
        public Copying copy(LedgerName ledger, long after, long until) {
            var unused = right.copy(ledger, after, until);
            throw new LakeUnavailableException("killed", null);
        }
    }

    private abstract static class LakeAround implements Lake {

        final Lake right;

        LakeAround(Lake right) {
            this.right = right;
        }

        @Override
        public List<Part> parts() {
            return right.parts();
        }

        @Override
        public Optional<FeedRow> last(LedgerName ledger) {
            return right.last(ledger);
        }

        @Override
        public Optional<FeedRow> offered(LedgerName ledger, long sequence) {
            return right.offered(ledger, sequence);
        }

        @Override
        public List<FeedSums> sums(LedgerName ledger, long until, Instant from) {
            return right.sums(ledger, until, from);
        }

        @Override
        public long delete(LedgerName ledger, long from) {
            return right.delete(ledger, from);
        }

        @Override
        public long erase(LedgerName ledger) {
            return right.erase(ledger);
        }

        @Override
        public long toErase(LedgerName ledger) {
            return right.toErase(ledger);
        }

        @Override
        public void maintain(Duration retention) {
            right.maintain(retention);
        }
    }
}
