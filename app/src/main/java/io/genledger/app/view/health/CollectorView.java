package io.genledger.app.view.health;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The collector of a server.
 *
 * @param phase what it does
 * @param reason why it does not collect, for the user; empty while it does
 * @param nextStart when it collects again, by the wall clock; present only while it waits
 * @param lastResponse time of the last outcome that rests on a response of OpenRouter, with or
 *     without a record; empty before the first
 * @param lastRecorded time at which a record was last committed; empty before the first
 * @param fetches number of fetches by outcome since the server started; every outcome is there
 * @param spend known spend of the records that were new since then
 * @param unknownSpend number of such records whose spend is unknown
 * @param delays the delays that last now, at most one for each key
 * @param rateLimits number of delays by rate limits since the server started
 * @param outages number of delays by outages since then
 * @param refusedKeys the accounts whose keys OpenRouter refused in this run, with the reasons
 * @param missingKeys the accounts with pending ids and without a key
 * @param ledgerFailure why the ledger cannot be written; empty if it can
 */
public record CollectorView(
        Phase phase,
        Optional<String> reason,
        Optional<Instant> nextStart,
        Optional<Instant> lastResponse,
        Optional<Instant> lastRecorded,
        Map<Outcome, Long> fetches,
        UsdAmount spend,
        long unknownSpend,
        List<Delay> delays,
        long rateLimits,
        long outages,
        List<RefusedKey> refusedKeys,
        List<AccountName> missingKeys,
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

    /**
     * A key that OpenRouter refused.
     *
     * @param account its account
     * @param reason why, for the user
     */
    public record RefusedKey(AccountName account, String reason) {}
}
