package io.genledger.ports.usecase.track;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.PendingGenerations;
import java.time.InstantSource;
import java.util.Set;

/** Tracks generation ids durably, so that their metadata will be collected. */
public final class TrackGenerations {

    private final PendingGenerations pending;
    private final AccountName account;
    private final InstantSource clock;

    /** Tracks ids of {@link AccountName#DEFAULT} into {@code pending}. */
    public TrackGenerations(PendingGenerations pending, InstantSource clock) {
        this(pending, AccountName.DEFAULT, clock);
    }

    /** Tracks ids of {@code account} into {@code pending}. */
    public TrackGenerations(PendingGenerations pending, AccountName account, InstantSource clock) {
        this.pending = pending;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Tracks {@code ids}. When this returns, they survive a crash.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if none was tracked
     */
    public PendingGenerations.Tracked track(Set<GenerationId> ids) {
        return pending.track(ids, account, clock.instant());
    }
}
