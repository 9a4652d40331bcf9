package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectListener.Outcome;
import io.genledger.ports.usecase.collect.attempt.AttemptResult;
import io.genledger.ports.usecase.collect.attempt.SettlementPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commits results, then counts their outcomes and reports them. For use by one thread. */
final class OutcomeRecorder {

    private final Claims claims;
    private final CollectListener listener;
    private final SettlementPolicy policy;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    private final Map<GenerationId, IdOutcome> preliminary = new Preliminary();

    OutcomeRecorder(Claims claims, CollectListener listener, SettlementPolicy policy) {
        this.claims = claims;
        this.listener = listener;
        this.policy = policy;
    }

    /** The outcome of one id. */
    record IdOutcome(GenerationId id, Outcome outcome, Optional<String> reason) {

        static IdOutcome of(AttemptResult.Settled settled) {
            return new IdOutcome(
                    settled.id(),
                    outcomeOf(settled.settlement()),
                    Optional.of(settled.reason()));
        }

        private static Outcome outcomeOf(Settlement settlement) {
            if (settlement instanceof Settlement.GivenUp
                    || settlement instanceof Settlement.Refused) {
                return Outcome.GIVEN_UP;
            }
            if (isDeferred(settlement, Reason.UNAVAILABLE)) {
                return Outcome.UNAVAILABLE;
            }
            return isDeferred(settlement, Reason.NOT_READY) ? Outcome.NOT_READY : Outcome.FAILED;
        }

        private static boolean isDeferred(Settlement settlement, Reason reason) {
            return settlement instanceof Settlement.Deferred deferred
                    && deferred.outcome().reason().equals(Optional.of(reason));
        }
    }

    /**
     * Outcomes that a later outcome of the same id replaces. That may happen in another process, so
     * the oldest are dropped from memory; they stay counted.
     */
    private static final class Preliminary extends LinkedHashMap<GenerationId, IdOutcome> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 100_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<GenerationId, IdOutcome> eldest) {
            return size() > MOST;
        }
    }

    /** Settles the claims of {@code results} in one transaction; returns the outcomes. */
    List<IdOutcome> settle(List<AttemptResult> results) {
        List<SettlementResult> settled =
                claims.settle(results.stream().map(this::settlementOf).toList());
        List<IdOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            outcomeOf(results.get(i), settled.get(i)).ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private Settlement settlementOf(AttemptResult result) {
        if (result instanceof AttemptResult.Decoded decoded) {
            return new Settlement.Recorded(decoded.claim(), decoded.recording());
        }
        if (result instanceof AttemptResult.Settled settled) {
            return settled.settlement();
        }
        return result instanceof AttemptResult.Faulted faulted
                ? policy.faulted(faulted)
                : new Settlement.Released(result.claim());
    }

    /** Empty if the claim was released without an outcome, or was lost to another run. */
    private static Optional<IdOutcome> outcomeOf(AttemptResult result, SettlementResult settled) {
        return switch (settled) {
            case RECORDED -> Optional.of(new IdOutcome(result.id(), Outcome.RECORDED, Optional.empty()));
            case REVISED -> Optional.of(new IdOutcome(result.id(), Outcome.REVISED, Optional.empty()));
            case REPLACED -> Optional.of(new IdOutcome(result.id(), Outcome.REPLACED, Optional.empty()));
            case UNCHANGED ->
                    Optional.of(new IdOutcome(result.id(), Outcome.UNCHANGED, Optional.empty()));
            case NOTED ->
                    result instanceof AttemptResult.Settled noted
                            ? Optional.of(IdOutcome.of(noted))
                            : Optional.empty();
            case LOST -> Optional.empty();
        };
    }

    /** Counts committed outcomes and reports them to the listener. */
    void report(List<IdOutcome> outcomes) {
        for (IdOutcome outcome : outcomes) {
            count(outcome);
            listener.outcome(outcome.id(), outcome.outcome(), outcome.reason());
        }
    }

    /** States {@code outage} only while ids are pending because of it. */
    CollectSummary summary(
            Optional<SourceRefusedException> refusal, Optional<SourceUnavailableException> outage) {
        return new CollectSummary(
                counts, refusal, outage.filter(any -> counts.getOrDefault(Outcome.UNAVAILABLE, 0L) > 0), false);
    }

    /** An id with several outcomes counts by the last one. */
    private void count(IdOutcome outcome) {
        IdOutcome earlier = preliminary.remove(outcome.id());
        if (earlier != null) {
            counts.merge(earlier.outcome(), -1L, Long::sum);
        }
        counts.merge(outcome.outcome(), 1L, Long::sum);
        if (!outcome.outcome().isRecorded() && outcome.outcome() != Outcome.GIVEN_UP) {
            preliminary.put(outcome.id(), outcome);
        }
    }
}
