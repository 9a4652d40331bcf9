package io.genledger.domain.finding;

import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.MediaUsage;
import java.util.Optional;
import java.util.Set;

/** Checks for charges where none is due, and for zeros without a reason (OPENROUTER.md §8.2). */
final class ZeroChecks {

    /** Fields of inline usage, and columns of the Activity export (OPENROUTER.md §9.2, §12.2). */
    private static final Set<String> TOOL_FIELDS =
            Set.of(
                    "server_tool_cost",
                    "server_tool_use",
                    "server_tool_use_details",
                    "cost_web_search",
                    "cost_file_processing");

    private ZeroChecks() {}

    static Optional<Evidence> replayCharged(Generation generation, Expectations expectations) {
        if (generation.lineage().responseCacheSource().isEmpty()) {
            return Optional.empty();
        }
        Optional<UsdAmount> paid =
                expectations
                        .spendRule()
                        .spendOf(generation)
                        .knownAmount()
                        .or(generation.charges()::credits);
        if (!isCharge(paid)) {
            return Optional.empty();
        }
        MetadataField credits = MoneyChecks.creditsField(generation.charges());
        return generation.charges().usedByok()
                ? Evidence.costing(
                        paid.get(),
                        MetadataField.RESPONSE_CACHE_SOURCE_ID,
                        MetadataField.IS_BYOK,
                        credits,
                        MetadataField.UPSTREAM_INFERENCE_COST)
                : Evidence.costing(paid.get(), MetadataField.RESPONSE_CACHE_SOURCE_ID, credits);
    }

    /** Skips calls that may have used tools, and BYOK calls, which have a fee (§4.6, §5). */
    static Optional<Evidence> freeVariantCharged(Generation generation, Expectations any) {
        Optional<UsdAmount> credits = generation.charges().credits();
        return isCharge(credits)
                        && generation.routing().model().filter(ModelSlug::isFree).isPresent()
                        && !generation.charges().usedByok()
                        && !mayHaveUsedTools(generation)
                ? Evidence.costing(
                        credits.get(),
                        MetadataField.MODEL,
                        MoneyChecks.creditsField(generation.charges()))
                : Optional.empty();
    }

    /** Skips BYOK calls: the insurance does not cover the provider's bill (§7.2). */
    static Optional<Evidence> insuredCompletionCharged(Generation generation, Expectations any) {
        Optional<UsdAmount> credits = generation.charges().credits();
        return isCharge(credits)
                        && !generation.charges().usedByok()
                        && generation.isInsured()
                        && !mayHaveUsedTools(generation)
                        && !usedMedia(generation.media())
                ? Evidence.costing(
                        credits.get(),
                        MoneyChecks.creditsField(generation.charges()),
                        MetadataField.FINISH_REASON,
                        MetadataField.NATIVE_TOKENS_COMPLETION)
                : Optional.empty();
    }

    /** Skips BYOK calls, as the insurance of text does (§7.3). */
    static Optional<Evidence> failedImageCharged(Generation generation, Expectations any) {
        Optional<UsdAmount> credits = generation.charges().credits();
        return isCharge(credits)
                        && !generation.charges().usedByok()
                        && generation.isFailedImage()
                        && !mayHaveUsedTools(generation)
                ? Evidence.costing(
                        credits.get(),
                        MoneyChecks.creditsField(generation.charges()),
                        MetadataField.API_TYPE,
                        MetadataField.FINISH_REASON,
                        MetadataField.CANCELLED)
                : Optional.empty();
    }

    static Optional<Evidence> zeroUnexplained(Generation generation, Expectations expectations) {
        return ZeroReason.of(generation, expectations.planOf(generation))
                .filter(ZeroReason.UNEXPLAINED::equals)
                .flatMap(reason -> Evidence.about(MoneyChecks.creditsField(generation.charges())));
    }

    /**
     * Whether the document counts a search or fetch, names a search engine, or states a charge or a
     * use of tools in a field that a record does not have (OPENROUTER.md §4.6).
     */
    static boolean mayHaveUsedTools(Generation generation) {
        return isSome(generation.media().searchResults())
                || isSome(generation.media().fetches())
                || generation.routing().webSearchEngine().isPresent()
                || generation.shape().unknown().entrySet().stream()
                        .anyMatch(field ->
                                TOOL_FIELDS.contains(name(field.getKey()))
                                        && statesMoreThanZero(field.getValue()));
    }

    /** The last part of a path such as {@code usage.cost_details.server_tool_cost}. */
    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Zeros, {@code null} and empty objects have no digit above 0. */
    private static boolean statesMoreThanZero(String json) {
        return json.chars().anyMatch(c -> c >= '1' && c <= '9');
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
