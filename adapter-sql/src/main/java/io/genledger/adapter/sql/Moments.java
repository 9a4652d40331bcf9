package io.genledger.adapter.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the queue keeps them: whole microseconds since 1970. */
final class Moments {

    private Moments() {}

    static long toMicros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
