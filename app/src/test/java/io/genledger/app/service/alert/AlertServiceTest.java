package io.genledger.app.service.alert;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.service.ServiceEvent;
import io.genledger.ports.alert.Alert;
import io.genledger.ports.alert.AlertRules;
import io.genledger.ports.alert.AlertUndeliveredException;
import io.genledger.ports.testkit.InMemoryAlertStates;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.usecase.alert.SendAlerts;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Alerts on the thread of the test; each wait lets its time pass. */
class AlertServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final InMemoryPendingGenerations queue =
            new InMemoryPendingGenerations(new InMemoryLedger());
    private final List<ServiceEvent> events = new ArrayList<>();
    private final List<Instant> sentAt = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = NOW;
    private Instant downUntil = NOW;
    private final RunEnvironment runtime =
            new RunEnvironment(
                    () -> now, () -> now, Runnable::run, this::letTimePass, new Random(1));
    private final AlertService service =
            new AlertService(
                    new SendAlerts(queue.admin(), new InMemoryAlertStates(), this::send, () -> now),
                    new AlertRules(
                            Optional.of(Duration.ofMinutes(2)), Optional.empty(), Optional.empty()),
                    runtime,
                    events::add);

    @Test
    void checksOnceAMinute() {
        track();
        service.run();

        assertThat(pauses).containsOnly(Duration.ofMinutes(1));
        assertThat(sentAt).containsExactly(NOW.plusSeconds(180));
        assertThat(events)
                .containsExactly(
                        new ServiceEvent(NOW.plusSeconds(180), "alert")
                                .with("rule", "queue-age")
                                .with("value", 180L)
                                .with("threshold", 120L));
    }

    @Test
    void anUndeliveredAlertIsSentAgainWithAGrowingPause() {
        track();
        downUntil = NOW.plusSeconds(190);
        service.run();

        assertThat(pauses)
                .startsWith(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofMinutes(1));
        assertThat(sentAt).containsExactly(NOW.plusSeconds(195));
        assertThat(events.get(0).fields()).containsEntry("reason", "the receiver is down");
    }

    private void track() {
        var unused = queue.track(Set.of(id(1)), NOW);
    }

    private void send(Alert alert) {
        if (now.isBefore(downUntil)) {
            throw new AlertUndeliveredException("the receiver is down", null);
        }
        sentAt.add(now);
    }

    private boolean letTimePass(Semaphore signal, Duration atMost) {
        pauses.add(atMost);
        now = now.plus(atMost);
        if (!now.isBefore(NOW.plus(Duration.ofMinutes(10)))) {
            service.requestDrain();
        }
        return signal.tryAcquire();
    }
}
