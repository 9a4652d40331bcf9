package io.genledger.app.view.lake;

import io.genledger.ports.lake.Lake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code lake status}.
 *
 * @param lake the lake's server, catalog and schema
 * @param ledgers what the lake has, in the order of the ledgers' names
 * @param own how far it is behind the ledger of the command; empty without one
 */
public record LakeStatusView(String lake, List<Part> ledgers, Optional<Lag> own) {

    /**
     * A ledger's part of the lake.
     *
     * @param ledger the name
     * @param rows the number of its rows
     * @param last the number of the last one
     * @param recordedAt when that was recorded in the ledger
     * @param newest when the newest generation was created
     */
    public record Part(String ledger, long rows, long last, Instant recordedAt, Instant newest) {

        /** The view of {@code part}. */
        public static Part of(Lake.Part part) {
            return new Part(
                    part.name().value(),
                    part.rows(),
                    part.last().sequence(),
                    part.last().recordedAt(),
                    part.newest());
        }
    }

    /**
     * How far the lake is behind a ledger.
     *
     * @param ledger the name
     * @param rows the number of rows that the lake lacks
     */
    public record Lag(String ledger, long rows) {}
}
