package io.genledger.domain.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", ", false"})
    void isCancelledOnlyIfTheRecordSaysSo(@Nullable Boolean cancelled, boolean wasCancelled) {
        assertThat(completion(cancelled, null).wasCancelled()).isEqualTo(wasCancelled);
    }

    @ParameterizedTest
    @CsvSource({", true", "'', true", "' ', true", "stop, false"})
    void noReasonAndAnEmptyReasonAreBlank(@Nullable String reason, boolean blank) {
        assertThat(completion(null, reason).finishReasonIsBlank()).isEqualTo(blank);
    }

    private static Completion completion(@Nullable Boolean cancelled, @Nullable String reason) {
        return new Completion(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(cancelled),
                Optional.ofNullable(reason).map(FinishReason::new),
                Optional.empty());
    }
}
