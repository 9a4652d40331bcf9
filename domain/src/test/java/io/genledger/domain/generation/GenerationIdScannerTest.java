package io.genledger.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationIdScannerTest {

    private static final String ID = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";
    private static final String EMBEDDING = "gen-emb-1787150071-alSj98b6YZi7IrVS68pQ";
    private static final String OLD = "gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG";

    /** One id of each shape that recordings hold. */
    static List<String> recordedIds() throws IOException {
        try (InputStream ids =
                GenerationIdScannerTest.class.getResourceAsStream("recorded-ids.txt")) {
            byte[] all = Objects.requireNonNull(ids).readAllBytes();
            return new String(all, StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordedIds")
    void findsEveryRecordedShape(String id) {
        assertThat(idsIn("id=" + id + ";")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-08-20 08:02:07 INFO generation=#, took 337 ms",
                "{\"id\":\"#\",\"object\":\"chat.completion\",\"usage\":{\"cost\":0.0015}}",
                "{\"message\":\"asked \\\"#\\\"\"}",
                "data: {\"id\": \"#\"}\r\n",
                "#,2026-02-06 18:54:30.040,0.00146375",
                "\"a\",'#'",
                "https://openrouter.ai/api/v1/generation?id=#&x=1",
                "GET /api/v1/generation?id=#",
                "https://openrouter.ai/activity/#/",
                "(#)",
                "<#>",
                "See #.",
                "#",
                "\u00a0#\u00a0",
                "x\u001b[36m#\u001b[0m",
                "\u001b[1;38;5;214m#",
                "{\"log\":\"first\\n#\\tsecond\"}",
                "{\"log\":\"first\\t#\\r\\n\"}",
                "?filter=%22#%22",
                "?ids=%5b%22a%22%2c#"
            })
    void findsAnIdInTextOfAnyKind(String text) {
        for (String id : List.of(ID, EMBEDDING, OLD)) {
            assertThat(idsIn(text.replace("#", id))).containsExactly(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen-ai",
                "gen_ai.response.id",
                "gen-2",
                "gen-12345",
                "gen-tool-1",
                "gen-reasoning-1",
                "next-gen-1755676927-7WlHzIQWGoPWoKYj3Arf",
                "regen-1755676927-7WlHzIQWGoPWoKYj3Arf",
                "Xgen-3bhGkxlo4XFrqiabUM7NDtwDzWwG",
                "gen-1755676927",
                "gen-1755676927-",
                "gen-1755676927-7Wl",
                "gen-1755676927-7Wl…",
                "gen-1755676927-7WlHzIQWG",
                "gen-17556769-7WlHzIQWGoPWoKYj3Arf",
                "gen-1755676927-7WlHzIQWGoPWoKYj3Arf-suffix",
                "gen-1755676927-7WlHzIQWGoPWoKYj3Arf_suffix",
                "gen-EMB-1787150071-alSj98b6YZi7IrVS68pQ",
                "Gen-1755676927-7WlHzIQWGoPWoKYj3Arf",
                "gen-abcdefghijklmnopqrs",
                "gen-image-generation-pipeline-runner",
                "chatcmpl-1755676927-7WlHzIQWGoPWoKYj3Arf",
                ""
            })
    void aLookAlikeIsNoId(String text) {
        assertThat(idsIn("before " + text + " after")).isEmpty();
        assertThat(idsIn(text)).isEmpty();
    }

    @Test
    void listsEachIdOnceInTheOrderOfAppearance() {
        assertThat(idsIn(OLD + " " + ID + "," + OLD + "\n" + EMBEDDING + " " + ID))
                .containsExactly(OLD, ID, EMBEDDING);
    }

    @Test
    void scansAcrossEveryBorderBetweenTwoReads() throws IOException {
        String text =
                " regen-" + ID.substring(4) + " " + ID + "\\n" + OLD + ",\u001b[36m" + EMBEDDING;
        for (int size = 1; size <= text.length(); size++) {
            assertThat(scan(inPiecesOf(size, text)))
                    .as("read in pieces of %d", size)
                    .isEqualTo(Set.of(ID, OLD, EMBEDDING));
        }
    }

    @Test
    void scanningFindsTheSameAsLookingAtTheWhole() throws IOException {
        long seed = 20251104;
        SplittableRandom random = new SplittableRandom(seed);
        String[] words = {
            ID, OLD, EMBEDDING, "gen-ai", "regen-", "-", "_", "a", "gen-", "\\n", "%22"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 2_000) {
                text.append(words[random.nextInt(words.length)]);
                text.append(random.nextInt(3) == 0 ? "" : " ");
            }
            Reader pieces = inPiecesOf(1 + random.nextInt(300), text.toString());
            assertThat(scan(pieces))
                    .as("seed %d, round %d: %s", seed, round, text)
                    .isEqualTo(idsIn(text));
        }
    }

    @Test
    void findsIdsInOneEndlessLine() {
        String filler = "x".repeat(1_000_003);
        String line = filler + " " + ID + " " + filler + "gen-" + filler + "," + OLD;

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(scan(new StringReader(line))).isEqualTo(Set.of(ID, OLD)));
    }

    private static Set<String> idsIn(CharSequence text) {
        return texts(GenerationIdScanner.idsIn(text));
    }

    private static Set<String> scan(Reader text) throws IOException {
        Set<String> ids = new HashSet<>();
        GenerationIdScanner.scan(text, id -> ids.add(id.value()));
        return ids;
    }

    private static Set<String> texts(Set<GenerationId> ids) {
        return ids.stream()
                .map(GenerationId::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Reader inPiecesOf(int size, String text) {
        return new StringReader(text) {
            @Override
            public int read(char[] target) throws IOException {
                return read(target, 0, Math.min(size, target.length));
            }
        };
    }
}
