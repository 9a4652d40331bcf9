package io.genledger.app.service.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.CollectListener;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import java.util.Optional;

/**
 * Passes each event to two listeners, one after the other.
 *
 * @param first called first
 * @param second called second
 */
record BothListeners(CollectListener first, CollectListener second) implements CollectListener {

    @Override
    public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {
        first.outcome(id, outcome, reason);
        second.outcome(id, outcome, reason);
    }

    @Override
    public void delayed(Delay delay) {
        first.delayed(delay);
        second.delayed(delay);
    }

    @Override
    public void resumed(Delay delay) {
        first.resumed(delay);
        second.resumed(delay);
    }

    @Override
    public void ledgerUnavailable(String reason) {
        first.ledgerUnavailable(reason);
        second.ledgerUnavailable(reason);
    }

    @Override
    public void ledgerAvailable() {
        first.ledgerAvailable();
        second.ledgerAvailable();
    }

    @Override
    public void keyRefused(AccountName account, String reason) {
        first.keyRefused(account, reason);
        second.keyRefused(account, reason);
    }

    @Override
    public void keyMissing(AccountName account) {
        first.keyMissing(account);
        second.keyMissing(account);
    }

    @Override
    public void progress(CollectSummary summary) {
        first.progress(summary);
        second.progress(summary);
    }
}
