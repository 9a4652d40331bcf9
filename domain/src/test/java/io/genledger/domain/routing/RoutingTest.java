package io.genledger.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutingTest {

    @Test
    void attemptsAreImmutable() {
        List<ProviderAttempt> attempts = new ArrayList<>(List.of(Sample.attempt()));
        Routing routing =
                new Routing(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        attempts);
        attempts.clear();

        assertThat(routing.attempts()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> routing.attempts().clear());
    }
}
