package io.genledger.ports;

import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each case of a sealed answer is told apart, and failures say what they know. */
class AnswersTest {

    @Test
    void aFetchOutcomeIsFoldedByItsCase() {
        List<FetchOutcome> outcomes =
                List.of(
                        new FetchOutcome.Found(document(id(1))),
                        new FetchOutcome.Unknown(id(2), "?"),
                        new FetchOutcome.Rejected(id(3), "!"));

        assertThat(outcomes)
                .extracting(outcome -> outcome.<String>fold(f -> "f", u -> "u", r -> "r"))
                .containsExactly("f", "u", "r");
    }

    @Test
    void aSettlementIsFoldedByItsCase() {
        List<Settlement> settlements =
                List.of(
                        new Settlement.Later(id(1), Instant.EPOCH, ""),
                        new Settlement.GivenUp(id(2), ""),
                        new Settlement.Released(id(3)));

        assertThat(settlements)
                .extracting(settlement -> settlement.<String>fold(l -> "l", g -> "g", r -> "r"))
                .containsExactly("l", "g", "r");
    }

    @Test
    void anOutageSaysHowLongToWaitIfItKnows() {
        Throwable cause = new IllegalStateException();
        SourceUnavailableException busy =
                new SourceUnavailableException("busy", Optional.of(Duration.ofSeconds(3)), cause);

        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(busy).hasMessage("busy").hasCause(cause);
        assertThat(new SourceUnavailableException("gone", null).retryAfter()).isEmpty();
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
