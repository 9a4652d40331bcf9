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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Jackson module of wire records and of the types of their fields, one line each. */
public final class DomainTypes {

    /** The names of each type that are kept, in characters and number. */
    private static final int LONGEST_NAME = 200;

    private static final int MOST_NAMES = 1_000;

    private DomainTypes() {}

    /** A new module. */
    public static SimpleModule module() {
        SimpleModule module = new SimpleModule("genledger-domain-types");
        module.setValueInstantiators(new RecordConstructors());
        value(module, String.class, Values::text);
        value(module, Boolean.class, Values::flag);
        value(module, Instant.class, Values::moment);
        value(module, Duration.class, Values::milliseconds);
        value(module, UsdAmount.class, Values::amount);
        value(module, GenerationId.class, Values::id);
        value(module, AppId.class, parser -> new AppId(Values.whole(parser)));
        value(module, TokenCount.class, parser -> new TokenCount(Values.count(parser)));
        value(module, ItemCount.class, parser -> new ItemCount(Values.count(parser)));
        // An HTTP status is the only number without a type of its own.
        value(module, Integer.class, Values::status);
        name(module, ApiType.class, ApiType::new);
        name(module, DataRegion.class, DataRegion::new);
        text(module, ExternalUser.class, ExternalUser::new);
        name(module, FinishReason.class, FinishReason::new);
        name(module, ModelSlug.class, ModelSlug::new);
        name(module, PresetId.class, PresetId::new);
        name(module, ProviderName.class, ProviderName::new);
        text(module, RequestId.class, RequestId::new);
        name(module, RouterName.class, RouterName::new);
        name(module, ServiceTier.class, ServiceTier::new);
        text(module, SessionId.class, SessionId::new);
        text(module, UpstreamId.class, UpstreamId::new);
        name(module, WebSearchEngine.class, WebSearchEngine::new);
        name(module, WorkspaceId.class, WorkspaceId::new);
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<String, T> constructor) {
        value(module, type, parser -> constructor.apply(Values.text(parser)));
    }

    /**
     * A text of which the documents of a file have few, each as one object: the objects outlive a
     * batch of documents, which the garbage collector would copy, and their hash codes are kept.
     */
    private static <T> void name(
            SimpleModule module, Class<T> type, Function<String, T> constructor) {
        Map<String, T> known = new ConcurrentHashMap<>();
        value(
                module,
                type,
                parser -> {
                    String text = Values.text(parser);
                    T present = known.get(text);
                    if (present != null) {
                        return present;
                    }
                    T first = constructor.apply(text);
                    if (text.length() <= LONGEST_NAME && known.size() < MOST_NAMES) {
                        known.put(text, first);
                    }
                    return first;
                });
    }

    private static <T> void value(
            SimpleModule module, Class<T> type, Function<JsonParser, T> reading) {
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
