package io.genledger.app.page;

import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.TextPattern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of itself to the page's modules, which know these names.
 *
 * @param state what the address says where the page is served
 * @param ledger the ledger, by its name alone: a path or host is no matter of those who get the
 *     file
 * @param zone the time zone of the figures
 * @param made the moment at which the ledger was read
 * @param asOf the earlier moment as of which it was read; empty for the present
 */
public record SavedState(
        State state, Ledger ledger, String zone, Instant made, Optional<Instant> asOf) {

    /** What the address says; the texts are those of an address. */
    public record State(
            String path,
            String range,
            String from,
            String to,
            String zone,
            String lake,
            String against,
            String by,
            String per,
            String sort,
            String show,
            List<Filter> filters,
            boolean exact,
            String focus,
            String id) {

        /** A state of the overview of one ledger. */
        State(String from, String to, String against, String by, String per, List<Filter> filters) {
            this(
                    "/", "", from, to, "", "", against, by, per, "spend", "spend", filters, false,
                    "", "");
        }
    }

    /**
     * A pattern of a filter.
     *
     * @param dim the dimension, or {@code finding}
     * @param op {@code is}, {@code not}, {@code like} or {@code unlike}
     * @param value a text, or with like and unlike a pattern
     */
    public record Filter(String dim, String op, String value) {

        static List<Filter> of(GenerationFilter filter) {
            return filter.patterns().stream().map(pattern -> of(filter.label(), pattern)).toList();
        }

        private static Filter of(String dim, TextPattern pattern) {
            return pattern.isExact()
                    ? new Filter(dim, pattern.isNegated() ? "not" : "is", pattern.parts().get(0))
                    : new Filter(
                            dim,
                            pattern.isNegated() ? "unlike" : "like",
                            new TextPattern(false, pattern.parts()).toString());
        }
    }

    /** The parts of the ledger's status that the overview shows. */
    public record Ledger(
            String name,
            String ledger,
            String timezone,
            LedgerStatusView.Ids pending,
            LedgerStatusView.Ids givenUp,
            LedgerStatusView.Ids refused) {

        static Ledger of(LedgerStatusView status, Optional<Instant> asOf) {
            LedgerStatusView.Ids now = status.pending();
            return new Ledger(
                    status.ledger(),
                    status.ledger(),
                    status.timezone(),
                    // The oldest id of an earlier moment is not known.
                    asOf.isPresent() ? new LedgerStatusView.Ids(now.ids(), Optional.empty()) : now,
                    status.givenUp(),
                    status.refused());
        }
    }
}
