package io.genledger.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.sample.Sample;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DimensionTest {

    @ParameterizedTest
    @CsvSource({
        "HOUR, hour, true, 2025-08-20T08:00Z",
        "DAY, day, true, 2025-08-20",
        "WEEK, week, true, 2025-08-18",
        "MONTH, month, true, 2025-08",
        "MODEL, model, false, anthropic/claude-3-haiku:beta",
        "AUTHOR, author, false, anthropic",
        "VARIANT, variant, false, beta",
        "PROVIDER, provider, false, Anthropic",
        "APP, app, false, 179379",
        "USER, user, false, user-1",
        "SESSION, session, false, session-1",
        "REQUEST, request, false, req-1",
        "WORKSPACE, workspace, false, workspace-1",
        "PRESET, preset, false, preset-1",
        "ORIGIN, origin, false, https://example.org/",
        "API_TYPE, api-type, false, completions",
        "FINISH_REASON, finish-reason, false, stop",
        "BYOK, byok, false, true",
        "ROUTER, router, false, openrouter/auto",
        "TIER, tier, false, flex",
        "REGION, region, false, europe",
        "CANCELLED, cancelled, false, false",
        "TRUST, trust, false, record",
        "ACCOUNT, account, false, default"
    })
    void groupsByWhatTheRecordSays(Dimension dimension, String label, boolean time, String group) {
        Generation generation =
                Sample.complete()
                        .with(Sample.routing("anthropic/claude-3-haiku:beta", "Anthropic"))
                        .build();

        assertThat(dimension.of(reported(generation), in(ZoneOffset.UTC))).contains(group);
        assertThat(dimension.label()).isEqualTo(label);
        assertThat(dimension.isTime()).isEqualTo(time);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HOUR", "DAY", "WEEK", "MONTH", "TRUST", "ACCOUNT"})
    void isEmptyWhereTheRecordDoesNotSay(Dimension dimension) {
        Generation silent = Sample.silent().build();

        assertThat(dimension.of(reported(silent), in(ZoneOffset.UTC))).isEmpty();
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
        assertThat(Dimension.DAY.of(createdAt(at), in(zone))).contains(day);
        assertThat(Dimension.MONTH.of(createdAt(at), in(zone))).contains(day.substring(0, 7));
    }

    @ParameterizedTest
    @CsvSource({
        // The hour that is repeated when the clock is set back has two offsets.
        "2025-10-26T00:30:00Z, Europe/Berlin, 2025-10-26T02:00+02:00",
        "2025-10-26T01:30:00Z, Europe/Berlin, 2025-10-26T02:00+01:00",
        "2025-08-20T08:14:00Z, Asia/Kathmandu, 2025-08-20T13:00+05:45",
        "2025-08-20T08:15:00Z, Asia/Kathmandu, 2025-08-20T14:00+05:45"
    })
    void anHourIsThatOfTheLocalClock(Instant at, ZoneId zone, String hour) {
        assertThat(Dimension.HOUR.of(createdAt(at), in(zone))).contains(hour);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-17T12:00:00Z, MONDAY, 2025-08-11",
        "2025-08-17T12:00:00Z, SUNDAY, 2025-08-17",
        "2025-08-16T12:00:00Z, SUNDAY, 2025-08-10"
    })
    void aWeekBeginsOnTheDayOfTheQuery(Instant at, DayOfWeek first, String week) {
        assertThat(Dimension.WEEK.of(createdAt(at), in(ZoneOffset.UTC).withStartOfWeek(first)))
                .contains(week);
    }

    private static ReportedGeneration createdAt(Instant at) {
        return reported(Sample.silent().with(CreationTime.recorded(at)).build());
    }

    private static ReportedGeneration reported(Generation generation) {
        return ReportedGeneration.of(generation, SpendRule.OPENROUTER);
    }

    private static SpendQuery in(ZoneId zone) {
        return new SpendQuery(List.of(), TimeRange.ALWAYS, zone);
    }
}
