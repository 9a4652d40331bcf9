package io.genledger.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen-1755676927-7WlHzIQWGoPWoKYj3Arf",
                "gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG",
                "1",
                "a/b?c=d&e#f%2F+\"<>",
                "~!"
            })
    void takesAnyPrintableAscii(String text) {
        assertThat(new GenerationId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "gen 1", "gen-1\n", "\tgen-1", "gen-\u0000", "gen-\u007f", "gen-ü"})
    void refusesWhatIsNotSafeToPrint(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenerationId(text))
                .withMessageStartingWith("not a generation id");
    }

    @Test
    void isAtMostTwoHundredCharactersLong() {
        assertThat(new GenerationId("x".repeat(200)).value()).hasSize(GenerationId.MAX_LENGTH);
        assertThatIllegalArgumentException().isThrownBy(() -> new GenerationId("x".repeat(201)));
    }

    @ParameterizedTest
    @CsvSource({
        "gen-1755676927-7WlHzIQWGoPWoKYj3Arf, 2025-08-20T08:02:07Z",
        "gen-emb-1787150071-alSj98b6YZi7IrVS68pQ, 2026-08-19T14:34:31Z",
        "gen-0000000000-a, 1970-01-01T00:00:00Z",
        "gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG, ",
        "gen-123456789-a1b2c3D4z5C7S4, ",
        "gen-17556769270-a1b2c3D4z5C7S4, ",
        "gen-1755676927, ",
        "gen-1755676927-, ",
        "gen-1755676927-a_b, ",
        "gen-emb1755676927-a, ",
        "gen-{, ",
        "gen-1755676927-a{, ",
        "gen-1755676927-a[, ",
        "gen-1755676927-a:, ",
        "gen-EMB-1755676927-a, ",
        "gen--1755676927-a, ",
        "gen-emb-, ",
        "g, ",
        "xgen-1755676927-a, ",
        "chatcmpl-1755676927-a, "
    })
    void knowsItsOwnSecondInTheVendorsShapes(String id, @Nullable Instant startedAt) {
        assertThat(new GenerationId(id).startedAt()).isEqualTo(Optional.ofNullable(startedAt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen-1755676927-7WlHzIQWGoPWoKYj3Arf",
                "gen-emb-1787150071-alSj98b6YZi7IrVS68pQ",
                "gen-abcdefghijklmnopqrstuvwxyzAB"
            })
    void readsAnIdOfOpenRouters(String text) {
        assertThat(GenerationId.ofOpenRouter(text)).contains(new GenerationId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "order-9",
                "chatcmpl-1755676927-7WlHzIQWGoPWoKYj3Arf",
                "gen-pencil",
                "gen-abbreviation-1",
                "gen-1755676927",
                "gen_01K4ABCDEFGHJKMNPQRSTVWXYZ",
                "gen-1755676927-7WlHzIQWGoPWoKYj3Arf:attempt-0",
                " gen-1755676927-7WlHzIQWGoPWoKYj3Arf"
            })
    void readsNoOtherIdAsOneOfOpenRouters(String text) {
        assertThat(GenerationId.ofOpenRouter(text)).isEmpty();
    }

    @Test
    void ordersByItsText() {
        assertThat(new GenerationId("gen-a")).isLessThan(new GenerationId("gen-b"));
    }

    @ParameterizedTest
    @CsvSource({
        "gen-emb-1787150071-l88pwk732bUNp7tMnDno, emb",
        "gen-vid-1786406418-0YjoBkqWA55lt5jvVhpq, vid",
        "gen-1755676927-7WlHzIQWGoPWoKYj3Arf,",
        "gen-nNPYi0ZB6GOK5TNCUMHJGgXo,",
        "gen--1,",
        "gen-Emb-1,",
        "emb-gen-1,"
    })
    void knowsTheKindThatItNames(String id, @Nullable String kind) {
        assertThat(new GenerationId(id).kind()).isEqualTo(Optional.ofNullable(kind));
    }
}
