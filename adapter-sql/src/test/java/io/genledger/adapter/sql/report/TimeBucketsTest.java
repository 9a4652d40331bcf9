package io.genledger.adapter.sql.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.junit.jupiter.api.Test;

class TimeBucketsTest {

    private static final long FAR = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final long LATELY = Instant.parse("2023-11-01T00:00:00Z").getEpochSecond();

    @Test
    void aQuarterOfAnHourCrossesNoMidnight() {
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneRules rules = ZoneId.of(name).getRules();
            Instant since = Instant.ofEpochSecond(TimeBuckets.alignedSince(rules));
            assertThat(rules.getOffset(since).getTotalSeconds() % 900).as(name).isZero();
            for (ZoneOffsetTransition change = rules.nextTransition(since);
                    change != null && change.toEpochSecond() < FAR;
                    change = rules.nextTransition(change.getInstant())) {
                assertThat(change.toEpochSecond() % 900).as("%s %s", name, change).isZero();
                assertThat(change.getOffsetAfter().getTotalSeconds() % 900)
                        .as("%s %s", name, change)
                        .isZero();
            }
        }
    }

    /** Otherwise reports over all that OpenRouter ever served would be slow. */
    @Test
    void everyZoneIsAlignedSince2023() {
        assertThat(ZoneId.getAvailableZoneIds())
                .allMatch(name -> TimeBuckets.alignedSince(ZoneId.of(name).getRules()) < LATELY);
    }

    @Test
    void anUnalignedOffsetStaysUnaligned() {
        assertThat(TimeBuckets.alignedSince(ZoneId.of("UTC+00:07").getRules()))
                .isEqualTo(Long.MAX_VALUE);
    }
}
