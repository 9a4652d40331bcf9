package io.genledger.adapter.sql.statement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the columns with the suffix {@code _us}: whole microseconds since 1970, UTC. */
public final class Moments {

    /** A quarter of an hour, the shortest bucket of the rollups. */
    public static final long QUARTER_MICROS = 900_000_000;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private Moments() {}

    /** Microseconds since 1970; finer digits are cut off. */
    public static long toMicros(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), MICROS_PER_SECOND),
                moment.getNano() / NANOS_PER_MICRO);
    }

    /** Microseconds since 1970, rounded up: the first that is not before {@code moment}. */
    public static long toMicrosUp(Instant moment) {
        return toMicros(moment.plusNanos(NANOS_PER_MICRO - 1));
    }

    /** The instant of that many microseconds since 1970. */
    public static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
