package io.genledger.app.service.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.service.ServiceEvent;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.testkit.InMemoryLake;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryLedgerFeed;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Shipping on the thread of the test; each wait lets its time pass. */
class ShipServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final LedgerName EU = new LedgerName("eu");
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryLedgerFeed feed = new InMemoryLedgerFeed(ledger);
    private final InMemoryLake lake = new InMemoryLake(Map.of(EU, feed));
    private final List<ServiceEvent> events = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = NOW;
    private Instant downUntil = NOW;
    private final RunEnvironment runtime =
            new RunEnvironment(
                    () -> now, () -> now, Runnable::run, this::letTimePass, new Random(1));
    private final ShipService service =
            new ShipService(
                    new ShipEntries(EU, feed, this::end, lake), EVERY, runtime, events::add);

    @Test
    void shipsWhatIsNewAndTellsIt() {
        record(1);
        service.run();

        assertThat(pauses).containsOnly(EVERY);
        assertThat(events)
                .containsExactly(
                        new ServiceEvent(NOW, "lake-shipped").with("rows", 1L).with("last", 1L));
        assertThat(lake.last(EU)).isEqualTo(feed.row(1));
        assertThat(service.state().lastSuccess()).contains(NOW.plusSeconds(60));
        assertThat(service.ended()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainWithAGrowingPause() {
        record(1);
        downUntil = NOW.plusSeconds(3);
        service.run();

        assertThat(pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), EVERY);
        assertThat(events)
                .extracting(ServiceEvent::name)
                .containsExactly("lake-failed", "lake-failed", "lake-shipped");
        assertThat(events.get(0).fields()).containsEntry("reason", "the ledger is down");
        assertThat(service.state().failure()).isEmpty();
    }

    /** Only a person can tell which of two histories is right. */
    @Test
    void anotherHistoryEndsIt() {
        record(1);
        var unused = lake.copy(EU, 0, 1);
        InMemoryLedger restored = new InMemoryLedger();
        ShipService other =
                new ShipService(
                        new ShipEntries(
                                EU, new InMemoryLedgerFeed(restored), () -> Long.MAX_VALUE, lake),
                        EVERY,
                        runtime,
                        events::add);
        other.run();

        assertThat(pauses).isEmpty();
        assertThat(other.ended().orElseThrow())
                .contains("the lake's last row of this ledger, row 1", "is missing in the ledger");
        assertThat(other.state().failure()).isEqualTo(other.ended());
        assertThat(events).extracting(ServiceEvent::name).containsExactly("lake-stopped");
    }

    private void record(int number) {
        var unused = ledger.record(List.of(recording(complete(id(number)))));
    }

    private long end() {
        if (now.isBefore(downUntil)) {
            throw new LedgerUnavailableException("the ledger is down", null);
        }
        return Long.MAX_VALUE;
    }

    private boolean letTimePass(Semaphore signal, Duration atMost) {
        pauses.add(atMost);
        now = now.plus(atMost);
        if (!now.isBefore(NOW.plus(Duration.ofSeconds(90)))) {
            service.requestDrain();
        }
        return signal.tryAcquire();
    }
}
