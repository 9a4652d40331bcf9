package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.alert.AlertStates;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The contract of {@link AlertStates}. */
public abstract class AlertStatesContract {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** States of a new ledger. */
    protected abstract AlertStates emptyStates();

    @Test
    void aRuleThatFiresIsClaimedOnceUntilItsMessageIsDelivered() {
        AlertStates states = emptyStates();

        assertThat(states.claim("failed", true, NOW, LEASE)).isTrue();
        assertThat(states.claim("failed", true, NOW.plusSeconds(119), LEASE)).isFalse();
        assertThat(states.claim("given-up", true, NOW, LEASE)).isTrue();
    }

    @Test
    void aDeliveredMessageIsNotClaimedAgain() {
        AlertStates states = emptyStates();
        var unused = states.claim("failed", true, NOW, LEASE);
        states.settle("failed", true);

        assertThat(states.claim("failed", true, NOW.plusSeconds(999), LEASE)).isFalse();
        assertThat(states.claim("failed", false, NOW.plusSeconds(999), LEASE)).isTrue();
    }

    @Test
    void anUndeliveredMessageIsClaimedAgain() {
        AlertStates states = emptyStates();
        var unused = states.claim("failed", true, NOW, LEASE);
        states.settle("failed", false);

        assertThat(states.claim("failed", true, NOW, LEASE)).isTrue();
    }

    @Test
    void theClaimOfAnEndedServerExpires() {
        AlertStates states = emptyStates();
        var unused = states.claim("failed", true, NOW, LEASE);

        assertThat(states.claim("failed", true, NOW.plus(LEASE), LEASE)).isTrue();
    }

    @Test
    void aRuleThatDoesNotFireHasNothingToSay() {
        assertThat(emptyStates().claim("failed", false, NOW, LEASE)).isFalse();
    }

    @Test
    void anExpiredClaimKeepsWhatWasDeliveredBefore() {
        AlertStates states = emptyStates();
        var unused = states.claim("failed", true, NOW, LEASE);
        states.settle("failed", true);
        unused = states.claim("failed", false, NOW, LEASE);

        assertThat(states.claim("failed", true, NOW.plus(LEASE), LEASE)).isFalse();
        assertThat(states.claim("failed", false, NOW.plus(LEASE), LEASE)).isTrue();
    }
}
