package io.genledger.app.service.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a {@link CollectorService}.
 *
 * @param phase what it does
 * @param reason why it does not collect, for the user; empty while it does
 * @param nextStart when it collects again, by the wall clock; present only while it waits
 * @param lastResponse time of the last outcome that rests on a response of OpenRouter, with or
 *     without a record; empty before the first
 * @param lastRecorded time at which a record was last committed; empty before the first
 * @param counts number of ids by their last outcome since the service was made, of all its runs; an
 *     outcome of none is absent
 * @param spend sums of the records that these runs brought into the ledger
 * @param delays the delays that last now, at most one for each key
 * @param rateLimits number of delays by rate limits since the service was made
 * @param outages number of delays by outages since then
 * @param refusedKeys the accounts whose keys OpenRouter refused in this run, with the reasons
 * @param missingKeys the accounts with pending ids and without a key
 * @param ledgerFailure why the ledger is unavailable; empty if it is available
 */
public record CollectorState(
        Phase phase,
        Optional<String> reason,
        Optional<Instant> nextStart,
        Optional<Instant> lastResponse,
        Optional<Instant> lastRecorded,
        Map<Outcome, Long> counts,
        SpendTotals spend,
        List<Delay> delays,
        long rateLimits,
        long outages,
        Map<AccountName, String> refusedKeys,
        Set<AccountName> missingKeys,
        Optional<String> ledgerFailure) {

    /** What a collector does. */
    public enum Phase {
        /** It was not started yet. */
        NEW,
        /** It does not start, because it has no key, or one that cannot be read. */
        WITHOUT_KEY,
        /** It collects, or waits for ids. */
        COLLECTING,
        /** It failed or every key was refused; it starts again. */
        WAITING,
        /** It was stopped. */
        STOPPED
    }

    /** Copies the collections. */
    public CollectorState {
        counts = Map.copyOf(counts);
        delays = List.copyOf(delays);
        refusedKeys = Map.copyOf(refusedKeys);
        missingKeys = Set.copyOf(missingKeys);
    }
}
