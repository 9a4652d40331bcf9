package io.genledger.app.export.focus;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.export.ExportRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** The generations that share a row. Times are in UTC. */
public enum FocusGroup {

    /** Those of an hour. */
    HOUR(ChronoUnit.HOURS),

    /** Those of a day. */
    DAY(ChronoUnit.DAYS),

    /** Each has a row of its own. */
    NONE(ChronoUnit.SECONDS);

    /** Texts by which the rows of a period differ. */
    private static final Set<Dimension> SHARED =
            EnumSet.of(
                    Dimension.MODEL,
                    Dimension.PROVIDER,
                    Dimension.WORKSPACE,
                    Dimension.PRESET,
                    Dimension.APP,
                    Dimension.ORIGIN,
                    Dimension.API_TYPE,
                    Dimension.BYOK,
                    Dimension.ROUTER,
                    Dimension.TIER,
                    Dimension.REGION,
                    Dimension.TRUST);

    private static final Set<Dimension> OWN = EnumSet.of(Dimension.SESSION, Dimension.REQUEST);

    static {
        OWN.addAll(SHARED);
    }

    private final ChronoUnit unit;

    FocusGroup(ChronoUnit unit) {
        this.unit = unit;
    }

    Set<Dimension> dimensions() {
        return this == NONE ? OWN : SHARED;
    }

    /** The moment that the rows of one period have in common. */
    Instant period(ExportRow row) {
        return this == NONE ? row.created().at() : start(row);
    }

    Instant start(ExportRow row) {
        return row.created().at().truncatedTo(unit);
    }

    /** Of a generation, the end of its generation time, in whole seconds and after the start. */
    Instant end(ExportRow row) {
        Duration length = this == NONE ? row.generationTime().orElse(Duration.ZERO) : Duration.ZERO;
        Instant last = row.created().at().plus(length);
        Instant start = start(row);
        return last.equals(last.truncatedTo(unit)) && last.isAfter(start)
                ? last
                : last.truncatedTo(unit).plus(1, unit);
    }
}
