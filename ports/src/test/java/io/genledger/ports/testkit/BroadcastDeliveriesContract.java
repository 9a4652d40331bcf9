package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.source.BroadcastDeliveries;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The contract of {@link BroadcastDeliveries}. */
public abstract class BroadcastDeliveriesContract {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    /** The deliveries to a new ledger. */
    protected abstract BroadcastDeliveries empty();

    @Test
    void aNewLedgerHasReceivedNone() {
        assertThat(empty().last()).isEmpty();
    }

    @Test
    void theLastDeliveryIsRemembered() {
        BroadcastDeliveries deliveries = empty();

        deliveries.received(NOW);
        assertThat(deliveries.last()).contains(NOW);

        deliveries.received(NOW.plusSeconds(60));
        assertThat(deliveries.last()).contains(NOW.plusSeconds(60));
    }

    @Test
    void anEarlierOneAndOneWithinASecondChangeNothing() {
        BroadcastDeliveries deliveries = empty();
        deliveries.received(NOW);

        deliveries.received(NOW.minusSeconds(60));
        deliveries.received(NOW.plusMillis(999));

        assertThat(deliveries.last()).contains(NOW);
    }
}
