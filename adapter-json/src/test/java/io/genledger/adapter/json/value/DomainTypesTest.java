package io.genledger.adapter.json.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.routing.ModelSlug;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DomainTypesTest {

    private final JsonMapper mapper = JsonMapper.builder().addModule(DomainTypes.module()).build();

    @Test
    void readsANameOfWhichThereAreFewAsOneObject() {
        assertThat(model("a/b")).isSameAs(model("a/b")).isEqualTo(new ModelSlug("a/b"));
        assertThat(model("a/c")).isEqualTo(new ModelSlug("a/c"));
    }

    @Test
    void keepsNoTextOfWhichThereAreMany() {
        assertThat(mapper.readValue("\"s\"", SessionId.class))
                .isNotSameAs(mapper.readValue("\"s\"", SessionId.class));
    }

    @Test
    void keepsNeitherLongNamesNorMoreThanAThousand() {
        String longName = "x".repeat(201);
        assertThat(model(longName)).isNotSameAs(model(longName)).isEqualTo(model(longName));

        IntStream.range(0, 1_000).forEach(i -> model("m" + i));

        assertThat(model("m999")).isSameAs(model("m999"));
        assertThat(model("m1000")).isNotSameAs(model("m1000")).isEqualTo(model("m1000"));
    }

    private ModelSlug model(String text) {
        return mapper.readValue('"' + text + '"', ModelSlug.class);
    }
}
