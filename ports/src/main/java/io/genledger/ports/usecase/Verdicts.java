package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Ledger;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.Recording;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import io.genledger.ports.usecase.CollectListener.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes answers durable, then counts and tells them. Used by one thread. */
final class Verdicts {

    private final PendingGenerations pending;
    private final Ledger ledger;
    private final CollectListener listener;
    private final Map<Result, Long> counts = new EnumMap<>(Result.class);

    Verdicts(PendingGenerations pending, Ledger ledger, CollectListener listener) {
        this.pending = pending;
        this.ledger = ledger;
        this.listener = listener;
    }

    void take(List<Answer> answers) {
        List<Recording> recordings = new ArrayList<>();
        List<Answer.Judged> judged = new ArrayList<>();
        List<Settlement> settlements = new ArrayList<>();
        Optional<RuntimeException> fault = Optional.empty();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Read read) {
                recordings.add(read.recording());
            } else if (answer instanceof Answer.Judged verdict) {
                judged.add(verdict);
                settlements.add(verdict.settlement());
            } else {
                settlements.add(new Settlement.Released(answer.id()));
                fault =
                        answer instanceof Answer.Broken broken
                                ? Optional.of(broken.fault())
                                : fault;
            }
        }
        record(recordings);
        settle(settlements);
        judged.forEach(verdict -> tell(verdict.id(), verdict.result(), verdict.reason()));
        fault.ifPresent(broken -> {
            throw broken;
        });
    }

    CollectSummary summary(
            Optional<SourceRefusedException> refusal, Optional<SourceUnavailableException> outage) {
        return new CollectSummary(
                count(Result.RECORDED),
                count(Result.UNCHANGED),
                count(Result.NOT_READY),
                count(Result.GIVEN_UP),
                count(Result.FAILED),
                refusal,
                outage);
    }

    private void record(List<Recording> recordings) {
        if (recordings.isEmpty()) {
            return;
        }
        List<Ledger.Outcome> outcomes = ledger.record(recordings);
        for (int i = 0; i < recordings.size(); i++) {
            boolean unchanged = outcomes.get(i) == Ledger.Outcome.UNCHANGED;
            tell(
                    recordings.get(i).entry().id(),
                    unchanged ? Result.UNCHANGED : Result.RECORDED,
                    unchanged ? "kept already" : "");
        }
    }

    private void settle(List<Settlement> settlements) {
        if (!settlements.isEmpty()) {
            pending.settle(settlements);
        }
    }

    private void tell(GenerationId id, Result result, String reason) {
        counts.merge(result, 1L, Long::sum);
        listener.settled(id, result, reason);
    }

    private long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }
}
