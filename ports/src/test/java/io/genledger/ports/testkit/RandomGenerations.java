package io.genledger.ports.testkit;

import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.attribution.PresetId;
import io.genledger.domain.attribution.WorkspaceId;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.lineage.UpstreamId;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.DataRegion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.RouterName;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.routing.ServiceTier;
import io.genledger.domain.routing.WebSearchEngine;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Generations that nobody would think of: every field absent, null or valued, with values from the
 * edges of what a record may hold. The same seed gives the same generations. What their documents
 * do not say was taken from the id, or from {@link SampleGenerations#RECEIVED}.
 */
public final class RandomGenerations {

    private static final int MOST_ATTEMPTS = 3;

    private final RandomValues random;

    /** Generations that {@code seed} determines. */
    public RandomGenerations(long seed) {
        this.random = new RandomValues(seed);
    }

    /** Another generation. */
    public Generation next() {
        GenerationId id = random.id();
        List<ProviderAttempt> attempts =
                IntStream.range(0, random.below(MOST_ATTEMPTS + 1))
                        .mapToObj(i -> attempt())
                        .toList();
        Generation stated =
                new Generation(
                        id,
                        CreationTime.of(
                                random.maybe(random::moment), id, SampleGenerations.RECEIVED),
                        lineage(),
                        attribution(),
                        routing(attempts),
                        completion(),
                        timing(),
                        new NormalizedTokens(tokens(), tokens()),
                        nativeTokens(),
                        media(),
                        charges(),
                        DocumentShape.AS_DOCUMENTED);
        return SampleGenerations.withShape(stated, shape(stated));
    }

    private Lineage lineage() {
        return new Lineage(
                text().map(UpstreamId::new),
                text().map(RequestId::new),
                text().map(SessionId::new),
                text());
    }

    private Attribution attribution() {
        return new Attribution(
                random.maybe(random::whole).map(AppId::new),
                text(),
                text(),
                text(),
                text().map(ExternalUser::new),
                text().map(WorkspaceId::new),
                text().map(PresetId::new));
    }

    private Routing routing(List<ProviderAttempt> attempts) {
        return new Routing(
                text().map(ModelSlug::new),
                text().map(ProviderName::new),
                text().map(RouterName::new),
                text().map(ServiceTier::new),
                text().map(DataRegion::new),
                text().map(WebSearchEngine::new),
                attempts);
    }

    private ProviderAttempt attempt() {
        return new ProviderAttempt(
                text().map(ProviderName::new),
                random.maybe(random::status),
                random.maybe(random::duration),
                random.maybe(random::flag),
                text().map(ModelSlug::new),
                text(),
                text(),
                text().map(ServiceTier::new));
    }

    private Completion completion() {
        return new Completion(
                text().map(ApiType::new),
                random.maybe(random::flag),
                random.maybe(random::flag),
                text().map(FinishReason::new),
                text().map(FinishReason::new));
    }

    private Timing timing() {
        return new Timing(
                random.maybe(random::duration),
                random.maybe(random::duration),
                random.maybe(random::duration));
    }

    private NativeTokens nativeTokens() {
        return new NativeTokens(tokens(), tokens(), tokens(), tokens(), tokens());
    }

    private MediaUsage media() {
        return new MediaUsage(items(), items(), items(), items(), items());
    }

    private Charges charges() {
        return new Charges(
                random.maybe(random::flag),
                random.maybe(random::amount),
                random.maybe(random::amount),
                random.maybe(random::amount),
                random.maybe(random::amount));
    }

    private DocumentShape shape(Generation stated) {
        Set<MetadataField> absent = EnumSet.noneOf(MetadataField.class);
        for (MetadataField field : MetadataField.values()) {
            if (field.textIn(stated).isEmpty() && random.flag()) {
                absent.add(field);
            }
        }
        Map<String, String> unknown = new TreeMap<>();
        random.some(() -> unknown.put(random.unknownName(), random.json()));
        for (int i = 0; i < stated.routing().attempts().size(); i++) {
            String place = "provider_responses[" + i + "].";
            random.some(() -> unknown.put(place + random.unknownName(), random.json()));
        }
        return new DocumentShape(DocumentKind.METADATA, absent, unknown);
    }

    private Optional<String> text() {
        return random.maybe(random::text);
    }

    private Optional<TokenCount> tokens() {
        return random.maybe(random::count).map(TokenCount::new);
    }

    private Optional<ItemCount> items() {
        return random.maybe(random::count).map(ItemCount::new);
    }
}
