package io.genledger.adapter.sql.lake;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.ports.lake.Lake.Copying;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.lake.Shipping;
import io.genledger.ports.usecase.lake.VerifyLake;
import io.genledger.ports.usecase.lake.VerifyLake.Comparison;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The refusal of conflicting commits is the server's: these tests are run before it is replaced.
 */
class ExactlyOnceTest {

    private static final LedgerName EU = new LedgerName("eu");
    private static final int PAIRS = 10;

    @RegisterExtension final LakeServers servers = new LakeServers();

    private static void record(LedgerDatabase ledger, int first, int count) {
        var unused =
                ledger.ledger()
                        .record(
                                IntStream.range(first, first + count)
                                        .mapToObj(number ->
                                                recording(costing(id(number), credits("0.5"))))
                                        .toList());
    }

    private static ShipEntries shipping(LedgerDatabase ledger, LakeDatabase lake) {
        return new ShipEntries(EU, ledger.feed(), ledger.committedSequence(), lake.lake());
    }

    private static Comparison compare(LedgerDatabase ledger, LakeDatabase lake) {
        return new VerifyLake(EU, ledger.feed(), lake.lake()).compare();
    }

    @Test
    void ofTwoShippersEachRowIsCopiedByOne() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LakeDatabase other = servers.openLake();
        LedgerDatabase ledger = servers.ledger(EU);
        for (int pair = 0; pair < PAIRS; pair++) {
            record(ledger, 1 + pair * 100, 100);
            CompletableFuture<Shipping> one =
                    CompletableFuture.supplyAsync(() -> shipping(ledger, lake).ship(rows -> {}));
            CompletableFuture<Shipping> two =
                    CompletableFuture.supplyAsync(() -> shipping(ledger, other).ship(rows -> {}));

            assertThat(List.of(one.join(), two.join()))
                    .allSatisfy(end -> assertThat(end).isInstanceOf(Shipping.Complete.class));

            assertThat(lake.lake().parts())
                    .singleElement()
                    .satisfies(part ->
                            assertThat(part.rows())
                                    .isEqualTo(ledger.feed().count(0, Long.MAX_VALUE)));
            assertThat(compare(ledger, lake).isEqual()).isTrue();
        }
    }

    /** The statement of a killed client goes on; another shipper begins from the same row. */
    @Test
    void aStatementThatLivesOnDoublesNothing() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LakeDatabase other = servers.openLake();
        LedgerDatabase ledger = servers.ledger(EU);
        record(ledger, 1, 2_000);
        long last = ledger.feed().last(0, Long.MAX_VALUE, Integer.MAX_VALUE).orElseThrow();

        List<CompletableFuture<Copying>> both =
                List.of(
                        CompletableFuture.supplyAsync(() -> lake.lake().copy(EU, 0, last)),
                        CompletableFuture.supplyAsync(() -> other.lake().copy(EU, 0, last)));

        long copied =
                both.stream()
                        .map(CompletableFuture::join)
                        .mapToLong(one -> one instanceof Copying.Copied all ? all.rows() : 0)
                        .sum();
        assertThat(copied).isEqualTo(2_000);
        assertThat(compare(ledger, lake).isEqual()).isTrue();
    }

    @Test
    void aCorrectionIsShippedWithWhatItCancels() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LedgerDatabase ledger = servers.ledger(EU);
        record(ledger, 1, 10);
        assertThat(shipping(ledger, lake).ship(rows -> {})).isInstanceOf(Shipping.Complete.class);
        var unused =
                ledger.ledger()
                        .record(List.of(recording(costing(id(3), credits("0.000000000001")))));

        // Opened again: how far the sequence is complete is known for a second.
        assertThat(shipping(servers.ledger(EU), lake).ship(rows -> {}))
                .isEqualTo(
                        new Shipping.Complete(
                                2, 1, ledger.feed().last(0, Long.MAX_VALUE, 99).orElseThrow()));

        assertThat(compare(ledger, lake).isEqual()).isTrue();
    }

    /** A ledger that was restored from a backup has another row with the lake's last number. */
    @Test
    void aRestoredLedgerIsToldAndShippedAnewFromItsFirstOtherRow() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LedgerDatabase ledger = servers.ledger(EU);
        record(ledger, 1, 10);
        assertThat(shipping(ledger, lake).ship(rows -> {})).isInstanceOf(Shipping.Complete.class);
        servers.change(EU, "update entry set recorded_us = recorded_us + 1 where seq > 7");

        assertThat(shipping(ledger, lake).ship(rows -> {}))
                .isInstanceOf(Shipping.OtherHistory.class);

        assertThat(lake.lake().delete(EU, 8)).isEqualTo(3);
        assertThat(shipping(ledger, lake).ship(rows -> {}))
                .isEqualTo(new Shipping.Complete(3, 1, 10));
        assertThat(compare(ledger, lake).isEqual()).isTrue();
    }

    @Test
    void aFeedWithAColumnThatTheLakeLacksIsRefused() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LedgerDatabase ledger = servers.ledger(EU);
        record(ledger, 1, 1);
        servers.change(
                EU,
                "alter view entry_feed rename to earlier; create view entry_feed as select *, 1 as"
                        + " added from earlier");

        assertThatThrownBy(() -> lake.lake().copy(EU, 0, 1))
                .isInstanceOf(LakeUnavailableException.class)
                .hasMessageContaining("has columns that this version does not know (added)");
    }

    @Test
    void aPreparedLakeNeedsNothing() throws SQLException {
        assertThat(servers.emptyLake().prepare()).isEmpty();
    }
}
