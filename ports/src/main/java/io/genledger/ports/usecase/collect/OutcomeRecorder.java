package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectListener.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes results durable, then counts and tells the outcomes. Used by one thread. */
final class OutcomeRecorder {

    private final Claims claims;
    private final CollectListener listener;
    private final SettlementPolicy policy;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    private final Map<GenerationId, IdOutcome> preliminary = new Preliminary();

    private long outOfReach;

    OutcomeRecorder(Claims claims, CollectListener listener, SettlementPolicy policy) {
        this.claims = claims;
        this.listener = listener;
        this.policy = policy;
    }

    /** The outcome of one id; {@code outOfReach} is a kind of failure. */
    record IdOutcome(GenerationId id, Outcome outcome, String reason, boolean outOfReach) {

        IdOutcome(GenerationId id, Outcome outcome, String reason) {
            this(id, outcome, reason, false);
        }

        static IdOutcome of(AttemptResult.Settled settled) {
            boolean outOfReach =
                    settled.settlement() instanceof Settlement.Deferred deferred
                            && deferred.outcome().reason().equals(Optional.of(Reason.UNAVAILABLE));
            return new IdOutcome(settled.id(), settled.outcome(), settled.reason(), outOfReach);
        }
    }

    /**
     * Outcomes that a later outcome of the same id replaces. Another process that shares the queue
     * may get the later one, so the oldest are dropped from memory and keep their count.
     */
    private static final class Preliminary extends LinkedHashMap<GenerationId, IdOutcome> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 100_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<GenerationId, IdOutcome> eldest) {
            return size() > MOST;
        }
    }

    /** Settles the claims of {@code results} durably; returns the outcomes to tell. */
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

    /** Empty where no outcome is decided, or another run claimed the id. */
    private static Optional<IdOutcome> outcomeOf(AttemptResult result, SettlementResult settled) {
        return switch (settled) {
            case RECORDED -> Optional.of(new IdOutcome(result.id(), Outcome.RECORDED, ""));
            case REVISED -> Optional.of(new IdOutcome(result.id(), Outcome.REVISED, "changed"));
            case UNCHANGED ->
                    Optional.of(new IdOutcome(result.id(), Outcome.UNCHANGED, "already recorded"));
            case NOTED ->
                    result instanceof AttemptResult.Settled noted
                            ? Optional.of(IdOutcome.of(noted))
                            : Optional.empty();
            case LOST -> Optional.empty();
        };
    }

    /** Counts and tells outcomes that are durable. */
    void tell(List<IdOutcome> outcomes) {
        for (IdOutcome outcome : outcomes) {
            count(outcome);
            listener.settled(outcome.id(), outcome.outcome(), outcome.reason());
        }
    }

    /** An outage is part of the summary only while ids are pending because of it. */
    CollectSummary summary(
            Optional<SourceRefusedException> refusal, Optional<SourceUnavailableException> outage) {
        return new CollectSummary(
                count(Outcome.RECORDED),
                count(Outcome.REVISED),
                count(Outcome.UNCHANGED),
                count(Outcome.NOT_READY),
                count(Outcome.GIVEN_UP),
                count(Outcome.FAILED),
                refusal,
                outage.filter(any -> outOfReach > 0));
    }

    /** A generation that was asked for more than once counts by its last outcome. */
    private void count(IdOutcome outcome) {
        IdOutcome earlier = preliminary.remove(outcome.id());
        if (earlier != null) {
            counts.merge(earlier.outcome(), -1L, Long::sum);
            outOfReach -= earlier.outOfReach() ? 1 : 0;
        }
        outOfReach += outcome.outOfReach() ? 1 : 0;
        counts.merge(outcome.outcome(), 1L, Long::sum);
        if (outcome.outcome() == Outcome.NOT_READY || outcome.outcome() == Outcome.FAILED) {
            preliminary.put(outcome.id(), outcome);
        }
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
