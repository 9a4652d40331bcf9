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
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.Lake.Copying;
import io.genledger.ports.lake.Lake.Part;
import io.genledger.ports.lake.LedgerFeed;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The contract of {@link Lake}. */
public abstract class LakeContract {

    /** The names of the fixture's ledgers. */
    protected static final LedgerName EU = new LedgerName("eu");

    protected static final LedgerName US = new LedgerName("us");

    private static final long ALL = Long.MAX_VALUE;

    /** A ledger from which the lake copies. */
    public record Source(Ledger ledger, LedgerFeed feed) {

        /** Records a generation, and returns the number of the last row. */
        long record(Generation generation) {
            ledger.record(List.of(recording(generation)));
            return feed.last(0, ALL, Integer.MAX_VALUE).orElseThrow();
        }
    }

    /** A lake of the ledgers eu and us. */
    public record Fixture(Lake lake, Map<LedgerName, Source> ledgers) {

        Source of(LedgerName name) {
            return Objects.requireNonNull(ledgers.get(name));
        }
    }

    /** An empty lake of two empty ledgers. */
    protected abstract Fixture emptyFixture();

    @Test
    void anEmptyLakeHasNothing() {
        Lake lake = emptyFixture().lake();

        assertThat(lake.parts()).isEmpty();
        assertThat(lake.last(EU)).isEmpty();
        assertThat(lake.sums(EU, ALL, Instant.EPOCH)).isEmpty();
        assertThat(lake.delete(EU, 1)).isZero();
    }

    @Test
    void copiesRowsOnceWithAllTheyHave() {
        Fixture fixture = emptyFixture();
        Source eu = fixture.of(EU);
        eu.record(complete(id(1)));
        eu.record(costing(id(2), credits("0.000000000001")));
        eu.record(costing(id(2), credits("9000000.5")));
        long last =
                eu.record(createdAt(silent(id(3)), Instant.parse("2025-12-31T23:59:59.999999Z")));

        assertThat(fixture.lake().copy(EU, 0, last)).isEqualTo(new Copying.Copied(5));
        assertThat(fixture.lake().copy(EU, 0, last)).isEqualTo(new Copying.Copied(0));
        assertThat(fixture.lake().last(EU)).isEqualTo(eu.feed().row(last));
        assertThat(fixture.lake().sums(EU, ALL, Instant.EPOCH))
                .isEqualTo(eu.feed().sums(ALL, Instant.EPOCH))
                .hasSize(2);
    }

    @Test
    void copiesWithinItsBounds() {
        Fixture fixture = emptyFixture();
        Source eu = fixture.of(EU);
        long first = eu.record(complete(id(1)));
        long second = eu.record(complete(id(2)));
        long third = eu.record(complete(id(3)));

        assertThat(fixture.lake().copy(EU, 0, first)).isEqualTo(new Copying.Copied(1));
        assertThat(fixture.lake().copy(EU, first, second)).isEqualTo(new Copying.Copied(1));
        assertThat(fixture.lake().last(EU).map(FeedRow::sequence)).contains(second);
        assertThat(fixture.lake().copy(EU, 0, third)).isEqualTo(new Copying.Copied(1));
        assertThat(fixture.lake().sums(EU, second, Instant.EPOCH))
                .isEqualTo(eu.feed().sums(second, Instant.EPOCH));
    }

    @Test
    void ledgersWithEqualNumbersStayApart() {
        Fixture fixture = emptyFixture();
        long eu = fixture.of(EU).record(costing(id(1), credits("0.5")));
        long us = fixture.of(US).record(costing(id(1), credits("0.25")));

        assertThat(fixture.lake().copy(EU, 0, eu)).isEqualTo(new Copying.Copied(1));
        assertThat(fixture.lake().copy(US, 0, us)).isEqualTo(new Copying.Copied(1));

        assertThat(fixture.lake().parts()).extracting(Part::name).containsExactly(EU, US);
        assertThat(fixture.lake().parts()).extracting(Part::rows).containsExactly(1L, 1L);
        assertThat(fixture.lake().sums(US, ALL, Instant.EPOCH))
                .isEqualTo(fixture.of(US).feed().sums(ALL, Instant.EPOCH))
                .isNotEqualTo(fixture.lake().sums(EU, ALL, Instant.EPOCH));
    }

    @Test
    void offersTheRowsOfTheFeed() {
        Fixture fixture = emptyFixture();
        long eu = fixture.of(EU).record(complete(id(1)));

        assertThat(fixture.lake().offered(EU, eu)).isEqualTo(fixture.of(EU).feed().row(eu));
        assertThat(fixture.lake().offered(US, eu)).isEmpty();
        assertThat(fixture.lake().last(EU)).isEmpty();
    }

    @Test
    void deletesTheRowsOfOneLedgerFromANumberOn() {
        Fixture fixture = emptyFixture();
        long first = fixture.of(EU).record(complete(id(1)));
        long second = fixture.of(EU).record(complete(id(2)));
        long us = fixture.of(US).record(complete(id(3)));
        var unused = fixture.lake().copy(EU, 0, second);
        unused = fixture.lake().copy(US, 0, us);

        assertThat(fixture.lake().delete(EU, second)).isEqualTo(1);

        assertThat(fixture.lake().last(EU).map(FeedRow::sequence)).contains(first);
        assertThat(fixture.lake().last(US).map(FeedRow::sequence)).contains(us);
        assertThat(fixture.lake().copy(EU, first, second)).isEqualTo(new Copying.Copied(1));
    }
}
