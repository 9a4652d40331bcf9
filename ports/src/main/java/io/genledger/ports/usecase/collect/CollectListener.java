package io.genledger.ports.usecase.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import java.util.Optional;

/** Receives the events of one run of {@link CollectGenerations}. Called by one thread. */
@FunctionalInterface
public interface CollectListener {

    /**
     * An id has an outcome, and it is committed.
     *
     * @param reason why, for the user; empty if the outcome says it all
     */
    void outcome(GenerationId id, Outcome outcome, Optional<String> reason);

    /**
     * The source delays the run. Called once for each delay, however many requests fail in it and
     * however often the run backs off; and once more if the whole run begins to back off in it.
     */
    default void delayed(Delay delay) {}

    /** The source answers again after {@code delay}, which was reported. */
    default void resumed(Delay delay) {}

    /**
     * The ledger is unavailable, because another process uses it or it cannot be reached. The run
     * tries again until it is available. Called once for each reason.
     *
     * @param reason why, for the user
     */
    default void ledgerUnavailable(String reason) {}

    /** The ledger is available again after it was reported as unavailable. */
    default void ledgerAvailable() {}

    /**
     * The source refused the key of an account, and the run goes on with other keys. The ids of
     * this account stay pending.
     *
     * @param reason why, for the user
     */
    default void keyRefused(AccountName account, String reason) {}

    /**
     * Ids of an account are pending whose key the run does not have. They stay pending. Called once
     * for each account.
     */
    default void keyMissing(AccountName account) {}

    /** Counts so far. Called after outcomes were committed, and while the run waits. */
    default void progress(CollectSummary summary) {}
}
