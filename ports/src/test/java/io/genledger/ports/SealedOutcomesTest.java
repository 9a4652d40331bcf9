package io.genledger.ports;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Folds of sealed outcomes, and the accessors of failures. */
class SealedOutcomesTest {

    @Test
    void aFetchOutcomeIsFoldedByItsCase() {
        List<FetchOutcome> outcomes =
                List.of(
                        new FetchOutcome.Found(document(id(1))),
                        new FetchOutcome.NotFound(id(2), "?"),
                        new FetchOutcome.Rejected(id(3), "!"));

        assertThat(outcomes)
                .extracting(outcome -> outcome.<String>fold(f -> "f", u -> "u", r -> "r"))
                .containsExactly("f", "u", "r");
    }

    @Test
    void aSettlementIsFoldedByItsCase() {
        Claim claim = claim(1);
        AttemptOutcome outcome = AttemptOutcome.of(Instant.EPOCH, Reason.FAULT, "");
        List<Settlement> settlements =
                List.of(
                        new Settlement.Recorded(claim, recording(complete(id(1)))),
                        new Settlement.Deferred(claim, Instant.EPOCH, outcome),
                        new Settlement.Quarantined(claim, Instant.EPOCH, outcome, document(id(2))),
                        new Settlement.GivenUp(claim, outcome),
                        new Settlement.Refused(claim, outcome),
                        new Settlement.Released(claim));

        assertThat(settlements)
                .extracting(settlement ->
                        settlement.<String>fold(
                                e -> "e", l -> "l", a -> "a", g -> "g", n -> "n", r -> "r"))
                .containsExactly("e", "l", "a", "g", "n", "r");
    }

    @Test
    void refusesARecordOfAnotherId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement.Recorded(claim(1), recording(complete(id(2)))))
                .withMessageContaining("quarantine it");
    }

    @Test
    void refusesARecordOfAnotherAccount() {
        Recording sample = recording(complete(id(1)));
        Recording acmes = new Recording(sample.entry(), sample.document(), new AccountName("acme"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement.Recorded(claim(1), acmes))
                .withMessage("expected a record of the account default, was a record of acme");
    }

    private static Claim claim(int number) {
        Lease lease = new Lease(7, Instant.EPOCH);
        return new Claim(id(number), AccountName.DEFAULT, Instant.EPOCH, 0, false, lease);
    }

    @Test
    void anOutageStatesTheRateLimitAndItsWait() {
        Optional<Duration> pause = Optional.of(Duration.ofSeconds(3));
        SourceUnavailableException busy = SourceUnavailableException.rateLimited("busy", pause);
        Throwable cause = new IllegalStateException();
        SourceUnavailableException gone = new SourceUnavailableException("gone", cause);

        assertThat(busy.isRateLimited()).isTrue();
        assertThat(busy.retryAfter()).isEqualTo(pause);
        assertThat(gone).hasMessage("gone").hasCause(cause);
        assertThat(gone.isRateLimited()).isFalse();
        assertThat(gone.retryAfter()).isEmpty();
    }

    @Test
    void anUndecodableDocumentNamesThePlace() {
        UndecodableDocumentException undecodable =
                new UndecodableDocumentException(Optional.of("usage"), 3, "not a number", null);

        assertThat(undecodable.field()).contains("usage");
        assertThat(undecodable.line()).isEqualTo(3);
        assertThat(undecodable.reason()).isEqualTo("not a number");
    }
}
