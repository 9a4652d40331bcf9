package io.genledger.app.view.generation;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Trust;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code show}: one generation as its record states it, with spend and findings.
 *
 * @param id the generation
 * @param revision the number of the record's version, 1 or more
 * @param account the account that is charged, by the name that it was tracked or imported with
 * @param receivedAt time at which the record was received
 * @param createdAt creation time of the generation, or the best estimate of it
 * @param createdAtBasis the source of {@code createdAt}
 * @param inline whether the figures are the provisional inline usage of a completion
 * @param trust how far the amounts can be relied on
 * @param mayIncludeWorkers whether the amounts may include those of workers, until the record comes
 * @param money its amounts
 * @param zeroReason why no credits were charged; empty if some were, or that is unknown
 * @param stated the fields that the record states, by OpenRouter's names; without the attempts
 * @param attempts the attempts at providers, in order
 * @param absent the documented fields that are not in the record
 * @param unknownFields the fields that are not documented, as JSON text
 * @param findings its findings
 */
public record GenerationView(
        GenerationId id,
        int revision,
        AccountName account,
        Instant receivedAt,
        Instant createdAt,
        CreationTime.Basis createdAtBasis,
        boolean inline,
        Trust trust,
        boolean mayIncludeWorkers,
        MoneyView money,
        Optional<ReasonView> zeroReason,
        Map<MetadataField, Object> stated,
        List<AttemptView> attempts,
        List<MetadataField> absent,
        Map<String, String> unknownFields,
        List<FindingView> findings) {

    /** The view of {@code shown}. */
    public static GenerationView of(Shown shown) {
        Generation generation = shown.generation();
        DocumentShape shape = generation.shape();
        return new GenerationView(
                shown.revision().id(),
                shown.revision().number(),
                shown.revision().account(),
                shown.revision().document().receivedAt(),
                generation.created().at(),
                generation.created().basis(),
                shape.kind() == DocumentKind.COMPLETION,
                Trust.of(generation, Posting.of(generation)),
                generation.shape().kind().mayIncludeWorkers(),
                MoneyView.of(generation, shown.assessment().spend()),
                shown.assessment().zeroReason().map(reason -> ReasonView.of(reason, generation)),
                StatedFields.of(generation),
                AttemptView.of(generation),
                List.copyOf(shape.absent()),
                shape.unknown(),
                FindingView.of(shown.assessment(), generation));
    }
}
