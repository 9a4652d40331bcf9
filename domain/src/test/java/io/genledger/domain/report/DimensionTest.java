package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.sample.Sample;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DimensionTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, day, true, 2025-08-20",
        "MONTH, month, true, 2025-08",
        "MODEL, model, false, anthropic/claude-3-haiku",
        "PROVIDER, provider, false, Anthropic",
        "APP, app, false, 179379",
        "USER, user, false, user-1"
    })
    void groupsByWhatTheRecordSays(Dimension dimension, String label, boolean time, String group) {
        assertThat(dimension.of(Sample.complete().build(), ZoneOffset.UTC)).contains(group);
        assertThat(dimension.label()).isEqualTo(label);
        assertThat(dimension.isTime()).isEqualTo(time);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DAY", "MONTH"})
    void isEmptyWhereTheRecordDoesNotSay(Dimension dimension) {
        assertThat(dimension.of(Sample.silent().build(), ZoneOffset.UTC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-28T18:14:59.999Z, Asia/Kathmandu, 2025-02-28",
        "2025-02-28T18:15:00Z, Asia/Kathmandu, 2025-03-01",
        "2025-03-01T03:29:59Z, America/St_Johns, 2025-02-28",
        "2025-03-01T03:30:00Z, America/St_Johns, 2025-03-01",
        "2025-03-30T21:59:59Z, Europe/Berlin, 2025-03-30",
        "2025-03-30T22:00:00Z, Europe/Berlin, 2025-03-31",
        "2025-12-31T23:59:59Z, UTC, 2025-12-31"
    })
    void aDayBeginsInTheZoneOfTheQuery(Instant at, ZoneId zone, String day) {
        Generation generation = Sample.silent().with(CreationTime.recorded(at)).build();

        assertThat(Dimension.DAY.of(generation, zone)).contains(day);
        assertThat(Dimension.MONTH.of(generation, zone)).contains(day.substring(0, 7));
    }
}
