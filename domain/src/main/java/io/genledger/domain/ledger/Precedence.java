package io.genledger.domain.ledger;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.money.UsdAmount;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Which of two documents of one generation counts: a collected record before an imported one, any
 * record before an Activity row, that before Broadcast, that before inline usage. Among provisional
 * documents, one of known spend counts before one of unknown spend. Of two of the same rank, the
 * one that was received later counts.
 *
 * <p>An Activity row with the amounts of Broadcast or inline usage cut to six decimals, but not the
 * same amounts, ranks below that document, so that no digit is lost.
 *
 * <p>If the documents of each kind agree, the same one counts in any order of receipt. There is one
 * exception, because a document that ranks below another is not kept: an Activity row has the cut
 * amounts of inline usage, and Broadcast states other amounts than both.
 *
 * @param kind the kind of document
 * @param isCollected whether it is a record that OpenRouter returned by its id
 * @param credits its {@link Posting#credits()}
 * @param byokUpstream its {@link Posting#byokUpstream()}
 */
public record Precedence(
        DocumentKind kind,
        boolean isCollected,
        Optional<UsdAmount> credits,
        Optional<UsdAmount> byokUpstream) {

    /** Decimals of the amounts in an Activity CSV, which are cut toward zero. */
    public static final int ACTIVITY_DECIMALS = 6;

    /** The precedence of {@code entry}. */
    public static Precedence of(LedgerEntry entry, boolean isCollected) {
        Posting posting = entry.posting();
        return new Precedence(
                entry.generation().shape().kind(),
                isCollected,
                posting.credits(),
                posting.byokUpstream());
    }

    /**
     * Positive if this document counts and {@code other} does not, negative if {@code other}
     * counts, zero if the one that was received later does.
     */
    public int against(Precedence other) {
        int byRank = Integer.compare(rank(), other.rank());
        if (byRank != 0) {
            return byRank;
        }
        if (isCutFrom(other)) {
            return -1;
        }
        return other.isCutFrom(this) ? 1 : other.kind.compareTo(kind);
    }

    private int rank() {
        if (kind.isProvisional()) {
            return isSpendKnown() ? 1 : 0;
        }
        return isCollected ? 3 : 2;
    }

    private boolean isSpendKnown() {
        return credits.isPresent() && byokUpstream.isPresent();
    }

    private boolean isCutFrom(Precedence exact) {
        return kind == DocumentKind.ACTIVITY
                && exact.kind != DocumentKind.ACTIVITY
                && isSpendKnown()
                && !(credits.equals(exact.credits) && byokUpstream.equals(exact.byokUpstream))
                && credits.equals(exact.credits.map(Precedence::cut))
                && byokUpstream.equals(exact.byokUpstream.map(Precedence::cut));
    }

    private static UsdAmount cut(UsdAmount amount) {
        return new UsdAmount(amount.value().setScale(ACTIVITY_DECIMALS, RoundingMode.DOWN));
    }
}
