package io.genledger.adapter.json.value;

import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.attribution.PresetId;
import io.genledger.domain.attribution.WorkspaceId;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.lineage.UpstreamId;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.DataRegion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.RouterName;
import io.genledger.domain.routing.ServiceTier;
import io.genledger.domain.routing.WebSearchEngine;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Jackson's module of the types that a field may have in a wire record, one line each. */
public final class DomainTypes {

    private final SimpleModule module = new SimpleModule("genledger-domain-types");

    private DomainTypes() {
        value(String.class, Values::text);
        value(Boolean.class, Values::flag);
        value(Instant.class, Values::moment);
        value(Duration.class, Values::milliseconds);
        value(UsdAmount.class, Values::amount);
        value(GenerationId.class, Values::id);
        value(AppId.class, parser -> new AppId(Values.whole(parser)));
        value(TokenCount.class, parser -> new TokenCount(Values.count(parser)));
        value(ItemCount.class, parser -> new ItemCount(Values.count(parser)));
        // An HTTP status is the only number without a type of its own.
        value(Integer.class, Values::status);
        text(ApiType.class, ApiType::new);
        text(DataRegion.class, DataRegion::new);
        text(ExternalUser.class, ExternalUser::new);
        text(FinishReason.class, FinishReason::new);
        text(ModelSlug.class, ModelSlug::new);
        text(PresetId.class, PresetId::new);
        text(ProviderName.class, ProviderName::new);
        text(RequestId.class, RequestId::new);
        text(RouterName.class, RouterName::new);
        text(ServiceTier.class, ServiceTier::new);
        text(SessionId.class, SessionId::new);
        text(UpstreamId.class, UpstreamId::new);
        text(WebSearchEngine.class, WebSearchEngine::new);
        text(WorkspaceId.class, WorkspaceId::new);
    }

    /** A new module. */
    public static SimpleModule module() {
        return new DomainTypes().module;
    }

    private <T> void text(Class<T> type, Function<String, T> constructor) {
        value(type, parser -> constructor.apply(Values.text(parser)));
    }

    private <T> void value(Class<T> type, Function<JsonParser, T> reading) {
        module.addDeserializer(
                type,
                new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser parser, DeserializationContext context) {
                        return reading.apply(parser);
                    }
                });
    }
}
