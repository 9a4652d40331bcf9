package io.genledger.app.view.listing;

import io.genledger.app.view.spend.Figure;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.usecase.inspect.ReadRun;
import io.genledger.ports.usecase.inspect.ReadRun.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code show --run}, without the generations, which are written one by one.
 *
 * @param run the id of the request or session
 * @param kinds what the id is in this ledger: a request, a session or both
 * @param generations the number of generations that the ledger holds of the run
 * @param inclusive the sum of the records of known spend, each of which states its own cost
 * @param provisional the sum of provisional figures, which may include workers; in no other sum
 * @param unknownSpend the number of generations of unknown spend, which are in no sum
 * @param uncollected the tracked ids without a record in the whole ledger
 * @param prunedBefore the moment before which entries were pruned; empty if none were
 */
public record RunView(
        String run,
        List<Dimension> kinds,
        long generations,
        Sum inclusive,
        Sum provisional,
        long unknownSpend,
        Ids uncollected,
        Optional<Instant> prunedBefore) {

    /** The columns of its generations. */
    public static final List<ListColumn> COLUMNS =
            List.of(
                    ListColumn.ID,
                    ListColumn.of(Figure.SPEND),
                    ListColumn.of(Figure.TOKENS),
                    ListColumn.of(Dimension.TRUST),
                    ListColumn.DURATION,
                    ListColumn.of(Dimension.MODEL),
                    ListColumn.CREATED);

    /**
     * The sum of some of the generations.
     *
     * @param requests their number
     * @param spend their spend; empty if there are none
     * @param credits the part that was charged to the account
     * @param byokUpstream the part that providers billed to the account's own keys, at list price
     * @param promptTokens the known prompt tokens; empty if all are unknown
     * @param completionTokens the known completion tokens; empty if all are unknown
     * @param generationTimeMs the sum of the known generation times; empty if all are unknown
     * @param unknownPromptTokens the number of generations that do not state their prompt tokens
     * @param unknownCompletionTokens as above
     * @param unknownGenerationTime as above
     */
    public record Sum(
            long requests,
            Optional<UsdAmount> spend,
            Optional<UsdAmount> credits,
            Optional<UsdAmount> byokUpstream,
            Optional<Long> promptTokens,
            Optional<Long> completionTokens,
            Optional<Duration> generationTimeMs,
            long unknownPromptTokens,
            long unknownCompletionTokens,
            long unknownGenerationTime) {

        static Sum of(ReadRun.Part part) {
            SpendTotals totals = part.totals();
            boolean isSome = totals.requests() > 0;
            return new Sum(
                    totals.requests(),
                    totals.knownSpend().filter(spend -> isSome),
                    totals.knownCredits().filter(credits -> isSome),
                    totals.knownByokUpstream().filter(upstream -> isSome),
                    totals.knownPromptTokens().filter(tokens -> isSome).map(TokenCount::value),
                    totals.knownCompletionTokens().filter(tokens -> isSome).map(TokenCount::value),
                    part.knownTime(),
                    totals.unknown().promptTokens(),
                    totals.unknown().completionTokens(),
                    part.unknownTimes());
        }
    }

    /**
     * The numbers of tracked ids without a record.
     *
     * @param pending those that will be fetched
     * @param givenUp those that were not there after all attempts
     * @param refused those that OpenRouter refused
     */
    public record Ids(long pending, long givenUp, long refused) {

        static Ids of(Uncollected uncollected) {
            return new Ids(uncollected.pending(), uncollected.givenUp(), uncollected.refused());
        }

        /** All of them. */
        public long all() {
            return pending + givenUp + refused;
        }
    }

    /** The view of {@code run}, whose id is {@code id}. */
    public static RunView of(String id, Run run, Optional<Instant> prunedBefore) {
        return new RunView(
                id,
                run.kinds().stream().sorted().toList(),
                run.generations(),
                Sum.of(run.inclusive()),
                Sum.of(run.provisional()),
                run.unknown(),
                Ids.of(run.uncollected()),
                prunedBefore);
    }

    /** Whether the true cost of the held generations is more than the inclusive sum. */
    public boolean mayCostMore() {
        return unknownSpend > 0 || provisional.requests() > 0;
    }
}
