package io.genledger.adapter.sql.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.ports.lake.LedgerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no server; the tests of the profile lake ask one. */
class TrinoLakeTest {

    /** Its bounds are constants on both sides: Iceberg's conflict filter is made of them. */
    @Test
    void rowsAreCopiedByOneMergeWithConstantBounds() {
        String merge =
                TrinoLake.merge(new LedgerName("eu"), FeedPlace.of("pg_eu.public"), 17, 500_017);

        assertThat(merge)
                .startsWith("merge into entry as t")
                .contains(
                        "from \"pg_eu\".\"public\".\"entry_feed\" where seq > 17 and seq <= 500017)"
                                + " as s",
                        "on t.ledger = 'eu' and t.seq > 17 and t.seq = s.seq",
                        "when not matched then insert (ledger, seq, sign, generation,",
                        "values ('eu', s.seq, s.sign, s.generation,",
                        "cast(from_unixtime_nanos(s.created_us * 1000) as timestamp(6) with time"
                                + " zone)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pg_eu", "a.b.c", "pg-eu.public", "a.b\"", "a. b"})
    void aFeedIsInACatalogAndASchema(String place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedPlace.of(place))
                .withMessageStartingWith("expected CATALOG.SCHEMA");
    }
}
