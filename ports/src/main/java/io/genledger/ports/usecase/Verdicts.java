package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Ledger;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.Recording;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import io.genledger.ports.usecase.CollectListener.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes answers durable, then counts and tells what became of generations. Used by one thread. */
final class Verdicts {

    /** So that a generation which makes Genledger fail does not keep the others waiting. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(10);

    private final PendingGenerations pending;
    private final Ledger ledger;
    private final CollectListener listener;
    private final InstantSource clock;
    private final Map<Result, Long> counts = new EnumMap<>(Result.class);

    /** Verdicts that a later one on the same generation replaces. */
    private final Map<GenerationId, Result> preliminary = new HashMap<>();

    Verdicts(
            PendingGenerations pending,
            Ledger ledger,
            CollectListener listener,
            InstantSource clock) {
        this.pending = pending;
        this.ledger = ledger;
        this.listener = listener;
        this.clock = clock;
    }

    /** What became of one generation. */
    record Verdict(GenerationId id, Result result, String reason) {}

    /** Records and settles; the verdicts that follow are to be told. */
    List<Verdict> keep(List<Answer> answers) {
        List<Recording> recordings = new ArrayList<>();
        List<Verdict> judged = new ArrayList<>();
        List<Settlement> settlements = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Read read) {
                recordings.add(read.recording());
            } else if (answer instanceof Answer.Judged verdict) {
                judged.add(new Verdict(verdict.id(), verdict.result(), verdict.reason()));
                settlements.add(verdict.settlement());
            } else if (answer instanceof Answer.Broken broken) {
                settlements.add(afterFault(broken));
            } else {
                settlements.add(new Settlement.Released(answer.id()));
            }
        }
        List<Verdict> verdicts = record(recordings);
        if (!settlements.isEmpty()) {
            pending.settle(settlements);
        }
        verdicts.addAll(judged);
        return verdicts;
    }

    /** Counts and tells verdicts that are durable. */
    void tell(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            count(verdict);
            listener.settled(verdict.id(), verdict.result(), verdict.reason());
        }
    }

    /** An outage is told only if somebody still suffers from it. */
    CollectSummary summary(
            Optional<SourceRefusedException> refusal, Optional<SourceUnavailableException> outage) {
        return new CollectSummary(
                count(Result.RECORDED),
                count(Result.UNCHANGED),
                count(Result.NOT_READY),
                count(Result.GIVEN_UP),
                count(Result.FAILED),
                refusal,
                outage.filter(any -> count(Result.FAILED) > 0));
    }

    private List<Verdict> record(List<Recording> recordings) {
        List<Verdict> verdicts = new ArrayList<>();
        if (recordings.isEmpty()) {
            return verdicts;
        }
        List<Ledger.Outcome> outcomes = ledger.record(recordings);
        for (int i = 0; i < recordings.size(); i++) {
            GenerationId id = recordings.get(i).entry().id();
            boolean unchanged = outcomes.get(i) == Ledger.Outcome.UNCHANGED;
            verdicts.add(
                    unchanged
                            ? new Verdict(id, Result.UNCHANGED, "kept already")
                            : new Verdict(id, Result.RECORDED, ""));
        }
        return verdicts;
    }

    private Settlement afterFault(Answer.Broken broken) {
        return new Settlement.Later(
                broken.id(),
                clock.instant().plus(AFTER_FAULT),
                "Genledger failed: " + broken.fault());
    }

    /** A generation that was asked for more than once counts by its last verdict. */
    private void count(Verdict verdict) {
        Result earlier = preliminary.remove(verdict.id());
        if (earlier != null) {
            counts.merge(earlier, -1L, Long::sum);
        }
        counts.merge(verdict.result(), 1L, Long::sum);
        if (verdict.result() == Result.NOT_READY || verdict.result() == Result.FAILED) {
            preliminary.put(verdict.id(), verdict.result());
        }
    }

    private long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }
}
