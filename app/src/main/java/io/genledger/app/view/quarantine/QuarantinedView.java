package io.genledger.app.view.quarantine;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.quarantine.QuarantineOrigin.Imported;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.queue.AttemptOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One quarantined document, without its bytes.
 *
 * @param number its number, which no other document of the ledger gets
 * @param id the id it was fetched for; empty if it was imported
 * @param file the file it was read from last, as the user named it; empty if it was fetched
 * @param line line of the fault in that file, from 1; empty if it was fetched
 * @param field the field that cannot be decoded; empty if the fault is not in one field, and if the
 *     document was fetched
 * @param outcome what is wrong with it
 * @param firstReceived time of the first receipt
 * @param lastReceived time of the last receipt
 * @param times number of times it was received, 1 or more
 * @param bytes its size in bytes
 */
public record QuarantinedView(
        long number,
        Optional<GenerationId> id,
        Optional<String> file,
        Optional<Long> line,
        Optional<String> field,
        AttemptOutcome outcome,
        Instant firstReceived,
        Instant lastReceived,
        long times,
        int bytes) {

    /** The view of {@code document}. */
    public static QuarantinedView of(QuarantinedDocument document) {
        Optional<Imported> place =
                document.origin().fold(fetched -> Optional.empty(), Optional::of);
        return new QuarantinedView(
                document.number(),
                document.origin()
                        .fold(fetched -> Optional.of(fetched.id()), imported -> Optional.empty()),
                place.map(Imported::file),
                place.map(Imported::line),
                place.flatMap(Imported::field),
                document.outcome(),
                document.firstReceived(),
                document.lastReceived(),
                document.times(),
                document.bytes());
    }
}
