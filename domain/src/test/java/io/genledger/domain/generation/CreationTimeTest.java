package io.genledger.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.CreationTime.Basis;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreationTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-08-20T08:02:08.5Z, gen-1755676927-7WlHzIQWGoPWoKYj3Arf, 2025-08-20T08:02:08.5Z,"
                + " RECORD",
        ", gen-1755676927-7WlHzIQWGoPWoKYj3Arf, 2025-08-20T08:02:07Z, ID",
        ", gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG, 2025-12-24T12:00:00Z, RECEIPT"
    })
    void isTheBestTimeThereIs(@Nullable Instant recorded, String id, Instant at, Basis basis) {
        Instant received = Instant.parse("2025-12-24T12:00:00Z");

        assertThat(CreationTime.of(Optional.ofNullable(recorded), new GenerationId(id), received))
                .isEqualTo(new CreationTime(at, basis));
    }
}
