package io.genledger.app.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.app.option.UsageException;
import io.genledger.domain.generation.GenerationId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationIdsTest {

    private static final GenerationId ID = new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "%s,",
                "\"%s\"",
                "\"%s\",",
                "'%s';",
                "<%s>",
                "(%s)",
                " %s ",
                "id=%s",
                "\"id\": \"%s\"",
                "https://openrouter.ai/api/v1/generation?id=%s",
                "https://openrouter.ai/api/v1/generation?id=%s&x=1",
                "generation%%3Fid%%3D%s",
            })
    void findsTheIdInsideAnArgument(String around) {
        String argument = around.formatted(ID);

        assertThat(GenerationIds.one(argument)).isEqualTo(ID);
        assertThat(GenerationIds.all(List.of(argument, argument))).containsExactly(ID);
        assertThat(GenerationIds.likely(List.of(argument))).containsExactly(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen-1755676927",
                "gen-1755676927-",
                "gen-1755676927-7WlHz",
                "gen-emb-1755676927-7WlHz",
                "gen-175567692"
            })
    void anIdThatWasCutOffIsRefused(String cut) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> GenerationIds.one(cut))
                .withMessageStartingWith("'" + cut + "' is not a whole id");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> GenerationIds.likely(List.of(cut)));
        assertThat(GenerationIds.literal(List.of(cut))).containsExactly(new GenerationId(cut));
    }

    @Test
    void severalIdsInOneArgumentAreSeveral() {
        String both = ID + "," + ID.value().replace('7', '8');

        assertThat(GenerationIds.likely(List.of(both))).hasSize(2).contains(ID);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> GenerationIds.one(both))
                .withMessageContaining("holds several ids, expected one");
    }

    /** Ids of other gateways are looked up as they are. */
    @Test
    void anIdOfAnotherShapeIsTakenAsItIs() {
        assertThat(GenerationIds.one("chatcmpl-1")).hasToString("chatcmpl-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chatcmpl-1", "gen-1", "gen-pencil", "gen-abbreviation-1"})
    void anIdOfAnotherShapeIsTrackedOnlyLiterally(String other) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> GenerationIds.likely(List.of(other)))
                .withMessageStartingWith(
                        "'" + other + "' is not an id of OpenRouter: expected gen-, a number and")
                .withMessageEndingWith("; --literal tracks it all the same");
        assertThat(GenerationIds.literal(List.of(other))).hasToString("[" + other + "]");
    }

    @Test
    void anApiKeyIsNoId() {
        List<String> key = List.of("sk-or-v1-" + "ab".repeat(32));

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> GenerationIds.literal(key))
                .withMessageContaining("found an API key")
                .withMessageNotContaining("abab");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> GenerationIds.all(key))
                .withMessageContaining("revoke it");
        assertThat(GenerationIds.all(List.of("Bearer " + key.get(0) + " " + ID)))
                .containsExactly(ID);
    }
}
