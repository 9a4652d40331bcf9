package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.MediaUsage;
import java.util.Optional;

/** Charges where there should be none, and a zero where there should be a charge. */
final class ZeroChecks {

    private ZeroChecks() {}

    static Optional<Suspicion> replayCharged(Generation generation, Expectations any) {
        if (generation.lineage().responseCacheSource().isEmpty()) {
            return Optional.empty();
        }
        Optional<UsdAmount> spend =
                SpendRule.OPENROUTER.spendOf(generation.charges()).knownAmount();
        return isCharge(spend.or(generation.charges()::credits))
                ? Suspicion.about(
                        spend.or(generation.charges()::credits),
                        MetadataField.RESPONSE_CACHE_SOURCE_ID,
                        MetadataField.USAGE)
                : Optional.empty();
    }

    static Optional<Suspicion> freeVariantCharged(Generation generation, Expectations any) {
        Optional<UsdAmount> credits = generation.charges().credits();
        return isCharge(credits)
                        && generation.routing().model().filter(ModelSlug::isFree).isPresent()
                ? Suspicion.about(credits, MetadataField.MODEL, MetadataField.USAGE)
                : Optional.empty();
    }

    /** With an own key OpenRouter insures nothing: the provider bills. */
    static Optional<Suspicion> insuredCompletionCharged(Generation generation, Expectations any) {
        Optional<UsdAmount> credits = generation.charges().credits();
        return isCharge(credits)
                        && generation.charges().billingMode() == BillingMode.CREDITS
                        && ZeroReason.isInsured(generation)
                        && !usedTools(generation.media())
                        && !usedMedia(generation.media())
                ? Suspicion.about(
                        credits,
                        MetadataField.USAGE,
                        MetadataField.FINISH_REASON,
                        MetadataField.NATIVE_TOKENS_COMPLETION)
                : Optional.empty();
    }

    static Optional<Suspicion> zeroUnexplained(Generation generation, Expectations expectations) {
        return ZeroReason.of(generation, expectations.plan())
                .filter(ZeroReason.UNEXPLAINED::equals)
                .flatMap(reason -> Suspicion.about(MetadataField.USAGE));
    }

    /** Whether the web was searched or a page fetched, which costs apart from the model. */
    static boolean usedTools(MediaUsage usage) {
        return isSome(usage.searchResults()) || isSome(usage.fetches());
    }

    private static boolean usedMedia(MediaUsage usage) {
        return isSome(usage.promptMedia())
                || isSome(usage.promptAudio())
                || isSome(usage.completionMedia());
    }

    private static boolean isSome(Optional<ItemCount> count) {
        return count.isPresent() && !count.get().equals(ItemCount.ZERO);
    }

    private static boolean isCharge(Optional<UsdAmount> amount) {
        return amount.isPresent() && amount.get().signum() > 0;
    }
}
