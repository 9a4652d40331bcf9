package io.genledger.ports.usecase.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.ledger.admin.LedgerSettings;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTimezoneTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final StopSignal stop = new StopSignal();
    private final Settings settings = new Settings();

    /** A ledger of three parts, which is interrupted while it sums the part {@code stopIn}. */
    private final class Settings implements LedgerSettings {

        private ZoneId present = ZoneOffset.UTC;
        private Optional<ZoneId> next = Optional.empty();
        private int parts;
        private int stopIn;

        @Override
        public Instant created() {
            return Instant.EPOCH;
        }

        @Override
        public ZoneId timezone() {
            return present;
        }

        @Override
        public Optional<ZoneId> nextTimezone() {
            return next;
        }

        @Override
        public Optional<ChangeProgress> changeProgress() {
            return next.map(zone -> new ChangeProgress(parts, 3));
        }

        @Override
        public void changeTimezone(ZoneId zone) {
            next = Optional.of(zone);
        }

        @Override
        public boolean continueChange() {
            parts++;
            if (parts == stopIn) {
                stop.request();
            }
            if (parts == 3) {
                present = next.orElseThrow();
                next = Optional.empty();
            }
            return parts < 3;
        }
    }

    @Test
    void changesPartByPart() {
        List<Long> done = new ArrayList<>();

        assertThat(
                        new ChangeTimezone(settings)
                                .to(TOKYO, progress -> done.add(progress.done()), stop))
                .isTrue();
        assertThat(done).containsExactly(0L, 1L, 2L);
        assertThat(settings.timezone()).isEqualTo(TOKYO);
        assertThat(settings.parts).isEqualTo(3);
    }

    @Test
    void stopsBetweenTwoPartsAndGoesOnLater() {
        settings.stopIn = 2;

        assertThat(new ChangeTimezone(settings).to(TOKYO, progress -> {}, stop)).isFalse();
        assertThat(settings.parts).isEqualTo(2);
        assertThat(settings.timezone()).isEqualTo(ZoneOffset.UTC);

        assertThat(new ChangeTimezone(settings).to(TOKYO, progress -> {}, new StopSignal()))
                .isTrue();
        assertThat(settings.parts).isEqualTo(3);
    }
}
