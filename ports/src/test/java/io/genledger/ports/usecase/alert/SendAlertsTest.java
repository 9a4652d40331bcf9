package io.genledger.ports.usecase.alert;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.ports.alert.Alert;
import io.genledger.ports.alert.AlertRules;
import io.genledger.ports.alert.AlertUndeliveredException;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.testkit.InMemoryAlertStates;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SendAlertsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final InMemoryPendingGenerations queue =
            new InMemoryPendingGenerations(new InMemoryLedger());
    private final InMemoryAlertStates states = new InMemoryAlertStates();
    private final List<Alert> sent = new ArrayList<>();
    private Instant now = NOW;
    private boolean down;

    @Test
    void anOldQueueIsReportedOnceAndItsEndOnce() {
        AlertRules rules =
                new AlertRules(
                        Optional.of(Duration.ofMinutes(10)), Optional.empty(), Optional.empty());
        var unused = queue.track(Set.of(id(1)), NOW);
        check(rules);
        now = NOW.plus(Duration.ofMinutes(11));
        check(rules);
        check(rules);
        settle(claim -> new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND)));
        check(rules);
        check(rules);

        assertThat(sent)
                .containsExactly(
                        new Alert("queue-age", true, 660, 600, now),
                        new Alert("queue-age", false, 0, 600, now));
    }

    @Test
    void idsThatWereGivenUpAreCounted() {
        var unused = queue.track(Set.of(id(1), id(2)), NOW);
        settle(claim -> new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND)));
        check(new AlertRules(Optional.empty(), Optional.empty(), Optional.of(2L)));
        check(new AlertRules(Optional.empty(), Optional.empty(), Optional.of(1L)));

        assertThat(sent).containsExactly(new Alert("given-up", true, 2, 1, NOW));
    }

    @Test
    void idsWhoseDocumentCannotBeUsedAreCounted() {
        var unused = queue.track(Set.of(id(1), id(2)), NOW);
        settle(claim ->
                new Settlement.Deferred(
                        claim,
                        NOW.plusSeconds(60),
                        outcome(
                                claim.id().equals(id(1))
                                        ? Reason.UNREADABLE
                                        : Reason.UNAVAILABLE)));
        check(new AlertRules(Optional.empty(), Optional.of(0L), Optional.empty()));

        assertThat(sent).containsExactly(new Alert("failed", true, 1, 0, NOW));
    }

    @Test
    void anUndeliveredAlertIsSentAtTheNextCheck() {
        AlertRules rules =
                new AlertRules(Optional.of(Duration.ZERO), Optional.empty(), Optional.empty());
        var unused = queue.track(Set.of(id(1)), NOW);
        now = NOW.plusSeconds(1);
        down = true;

        assertThat(check(rules).failure()).contains("the receiver is down");
        down = false;
        assertThat(check(rules).sent()).hasSize(1);
    }

    @Test
    void aSecondServerOfTheLedgerSendsNothingMore() {
        AlertRules rules =
                new AlertRules(Optional.of(Duration.ZERO), Optional.empty(), Optional.empty());
        var unused = queue.track(Set.of(id(1)), NOW);
        now = NOW.plusSeconds(1);
        SendAlerts second =
                new SendAlerts(queue.admin(), states, alert -> sent.add(alert), () -> now);
        check(rules);

        assertThat(second.check(rules).sent()).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aNegativeThresholdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new AlertRules(Optional.empty(), Optional.of(-1L), Optional.empty()));
    }

    private SendAlerts.Sent check(AlertRules rules) {
        return new SendAlerts(queue.admin(), states, this::send, () -> now).check(rules);
    }

    private void send(Alert alert) {
        if (down) {
            throw new AlertUndeliveredException("the receiver is down", null);
        }
        sent.add(alert);
    }

    private void settle(Function<Claim, Settlement> settlement) {
        var unused =
                queue.settle(
                        queue.claim(9, now, Duration.ofMinutes(1)).stream()
                                .map(settlement)
                                .toList());
    }

    private static AttemptOutcome outcome(Reason reason) {
        return AttemptOutcome.of(NOW, reason, "why");
    }
}
