package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claims;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.Reason;
import io.genledger.ports.Settled;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import io.genledger.ports.usecase.CollectListener.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes answers durable, then counts and tells what became of generations. Used by one thread. */
final class Verdicts {

    /** So that a generation which makes Genledger fail does not keep the others waiting. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(10);

    private final Claims claims;
    private final CollectListener listener;
    private final InstantSource clock;
    private final Map<Result, Long> counts = new EnumMap<>(Result.class);

    private final Map<GenerationId, Verdict> preliminary = new Preliminary();

    private long outOfReach;

    Verdicts(Claims claims, CollectListener listener, InstantSource clock) {
        this.claims = claims;
        this.listener = listener;
        this.clock = clock;
    }

    /** What became of one generation; out of reach is a way to fail. */
    record Verdict(GenerationId id, Result result, String reason, boolean outOfReach) {

        Verdict(GenerationId id, Result result, String reason) {
            this(id, result, reason, false);
        }

        static Verdict of(Answer.Judged judged) {
            boolean outOfReach =
                    judged.settlement() instanceof Settlement.Later later
                            && later.answer().reason().equals(Optional.of(Reason.UNAVAILABLE));
            return new Verdict(judged.id(), judged.result(), judged.reason(), outOfReach);
        }
    }

    /**
     * Verdicts that a later one on the same generation replaces. Whoever shares the queue may be
     * the one to hear the later one, hence those heard longest ago are let go, and count as they
     * are.
     */
    private static final class Preliminary extends LinkedHashMap<GenerationId, Verdict> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 100_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<GenerationId, Verdict> eldest) {
            return size() > MOST;
        }
    }

    /** Records and settles; the verdicts that follow are to be told. */
    List<Verdict> keep(List<Answer> answers) {
        List<Settled> settled = claims.settle(answers.stream().map(this::settlementOf).toList());
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            verdictOn(answers.get(i), settled.get(i)).ifPresent(verdicts::add);
        }
        return verdicts;
    }

    private Settlement settlementOf(Answer answer) {
        if (answer instanceof Answer.Read read) {
            return new Settlement.Recorded(read.claim(), read.recording());
        }
        if (answer instanceof Answer.Judged judged) {
            return judged.settlement();
        }
        return answer instanceof Answer.Broken broken
                ? afterFault(broken)
                : new Settlement.Released(answer.claim());
    }

    /** Empty without a verdict, and where somebody else took the id over. */
    private static Optional<Verdict> verdictOn(Answer answer, Settled settled) {
        return switch (settled) {
            case RECORDED -> Optional.of(new Verdict(answer.id(), Result.RECORDED, ""));
            case REVISED -> Optional.of(new Verdict(answer.id(), Result.REVISED, "changed"));
            case UNCHANGED ->
                    Optional.of(new Verdict(answer.id(), Result.UNCHANGED, "kept already"));
            case NOTED ->
                    answer instanceof Answer.Judged judged
                            ? Optional.of(Verdict.of(judged))
                            : Optional.empty();
            case LOST -> Optional.empty();
        };
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
                count(Result.REVISED),
                count(Result.UNCHANGED),
                count(Result.NOT_READY),
                count(Result.GIVEN_UP),
                count(Result.FAILED),
                refusal,
                outage.filter(any -> outOfReach > 0));
    }

    private Settlement afterFault(Answer.Broken broken) {
        Instant now = clock.instant();
        String words = "Genledger failed: " + broken.fault();
        return new Settlement.Later(
                broken.claim(), now.plus(AFTER_FAULT), LastAnswer.of(now, Reason.FAULT, words));
    }

    /** A generation that was asked for more than once counts by its last verdict. */
    private void count(Verdict verdict) {
        Verdict earlier = preliminary.remove(verdict.id());
        if (earlier != null) {
            counts.merge(earlier.result(), -1L, Long::sum);
            outOfReach -= earlier.outOfReach() ? 1 : 0;
        }
        outOfReach += verdict.outOfReach() ? 1 : 0;
        counts.merge(verdict.result(), 1L, Long::sum);
        if (verdict.result() == Result.NOT_READY || verdict.result() == Result.FAILED) {
            preliminary.put(verdict.id(), verdict);
        }
    }

    private long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }
}
