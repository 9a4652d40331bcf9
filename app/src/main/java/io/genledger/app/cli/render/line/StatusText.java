package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Times;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.report.StatusReader.Waiting;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The condition of a ledger in one line. */
public final class StatusText {

    private static final int CENTS = 2;

    private StatusText() {}

    /** {@code $3.21 today}, {@code ≥$3.21 today, 4 pending (oldest 12 min)}. */
    public static String line(SpendTotals today, Waiting pending, Instant now) {
        String oldest =
                pending.oldest()
                        .map(at -> " (oldest " + Times.words(Duration.between(at, now)) + ")")
                        .orElse("");
        return spend(today.knownSpend(), today.unknownSpend())
                + " today"
                + (pending.ids() == 0
                        ? ""
                        : ", " + Numbers.count(pending.ids()) + " pending" + oldest);
    }

    private static String spend(Optional<UsdAmount> known, long unknown) {
        return known.map(spend ->
                        (unknown > 0 ? "≥" : "")
                                + Numbers.dollars(spend.roundedTo(CENTS, RoundingMode.HALF_EVEN)))
                .orElse("unknown spend");
    }

    /** {@code an id has been pending for 12 min, longer than --max-age 10 min; …}. */
    public static String tooOld(Duration age, Duration most) {
        return "an id has been pending for %s, longer than --max-age %s; see genledger pending"
                .formatted(Times.words(age), Times.words(most));
    }
}
