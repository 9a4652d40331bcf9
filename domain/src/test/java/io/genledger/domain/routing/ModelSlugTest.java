package io.genledger.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSlugTest {

    @ParameterizedTest
    @CsvSource({
        "deepseek/deepseek-chat-v3:free, deepseek, free, true",
        "anthropic/claude-3.7-sonnet:thinking, anthropic, thinking, false",
        "openai/gpt-4o, openai, , false",
        "a/b:free:extended, a, extended, false",
        "free, , , false",
        "a/free, a, , false",
        "gpt:free, , free, true",
        "a/b:FREE, a, FREE, false",
        "'', , , false"
    })
    void isReadInItsParts(
            String slug, @Nullable String author, @Nullable String variant, boolean free) {
        ModelSlug model = new ModelSlug(slug);

        assertThat(model.author().orElse(null)).isEqualTo(author);
        assertThat(model.variant().orElse(null)).isEqualTo(variant);
        assertThat(model.isFree()).isEqualTo(free);
        assertThat(model).hasToString(slug);
    }
}
