package io.genledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.attribution.PresetId;
import io.genledger.domain.attribution.WorkspaceId;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.lineage.UpstreamId;
import io.genledger.domain.routing.DataRegion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.RouterName;
import io.genledger.domain.routing.ServiceTier;
import io.genledger.domain.routing.WebSearchEngine;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Open vocabularies: any value is accepted. */
class OpenVocabularyTest {

    static List<Function<String, Record>> vocabularies() {
        return List.of(
                ExternalUser::new,
                PresetId::new,
                WorkspaceId::new,
                ApiType::new,
                FinishReason::new,
                RequestId::new,
                SessionId::new,
                UpstreamId::new,
                DataRegion::new,
                ModelSlug::new,
                ProviderName::new,
                RouterName::new,
                ServiceTier::new,
                WebSearchEngine::new);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void anyWordIsTakenAndPrintedAsItIs(Function<String, Record> vocabulary) {
        for (String word : List.of("", " ", "Amazon Bedrock", "übermorgen", "\n")) {
            assertThat(vocabulary.apply(word)).hasToString(word).isEqualTo(vocabulary.apply(word));
        }
    }

    @Test
    void anAppPrintsAsItsNumber() {
        assertThat(new AppId(179379)).hasToString("179379");
    }
}
