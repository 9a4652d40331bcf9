package io.genledger.app.view.generation;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Trust;
import io.genledger.domain.metrics.Gap;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code why}: the cost of one generation line by line, with the reasons.
 *
 * @param id the generation
 * @param inline whether the figures are the provisional inline usage of a completion
 * @param trust how far the amounts can be relied on
 * @param mayIncludeWorkers whether the amounts may include those of workers, until the record comes
 * @param createdAt creation time of the generation, or the best estimate of it
 * @param createdAtBasis the source of {@code createdAt}
 * @param model the model's slug; empty if not stated
 * @param provider the provider's name; empty if not stated
 * @param promptTokens number of native prompt tokens; empty if not stated
 * @param completionTokens number of native completion tokens; empty if not stated
 * @param money its amounts
 * @param payments the bill by payee, which adds up to the spend; empty if that is unknown
 * @param cache the effect of prompt caching
 * @param zeroReason why no credits were charged; empty if some were, or that is unknown
 * @param findings its findings
 * @param attempts the attempts at providers, in order
 * @param timing its times
 * @param dollarsPerMillionTokens the prices that were paid
 * @param notKnown the unknown figures, each with the reason
 */
public record ExplanationView(
        GenerationId id,
        boolean inline,
        Trust trust,
        boolean mayIncludeWorkers,
        Instant createdAt,
        CreationTime.Basis createdAtBasis,
        Optional<String> model,
        Optional<String> provider,
        Optional<Long> promptTokens,
        Optional<Long> completionTokens,
        MoneyView money,
        List<BillLineView> payments,
        CacheView cache,
        Optional<ReasonView> zeroReason,
        List<FindingView> findings,
        List<AttemptView> attempts,
        TimingView timing,
        PricesView dollarsPerMillionTokens,
        List<Gap> notKnown) {

    /** The view of {@code shown}. */
    public static ExplanationView of(Shown shown) {
        Generation generation = shown.generation();
        return new ExplanationView(
                shown.revision().id(),
                generation.shape().kind() == DocumentKind.COMPLETION,
                Trust.of(generation, Posting.of(generation)),
                generation.shape().kind().mayIncludeWorkers(),
                generation.created().at(),
                generation.created().basis(),
                generation.routing().model().map(Object::toString),
                generation.routing().provider().map(Object::toString),
                generation.nativeTokens().prompt().map(TokenCount::value),
                generation.nativeTokens().completion().map(TokenCount::value),
                MoneyView.of(generation, shown.assessment().spend()),
                BillLineView.of(shown.assessment(), Breakdown::payments),
                CacheView.of(shown),
                shown.assessment().zeroReason().map(reason -> ReasonView.of(reason, generation)),
                FindingView.of(shown.assessment(), generation),
                AttemptView.of(generation),
                TimingView.of(generation.timing(), shown.figures()),
                PricesView.of(shown.figures()),
                Gap.in(generation, shown.assessment().spend()));
    }
}
