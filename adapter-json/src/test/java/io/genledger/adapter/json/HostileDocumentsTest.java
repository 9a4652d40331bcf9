package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.ports.UndecodableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are: a generation comes out, or the one promised failure. */
class HostileDocumentsTest {

    private static final byte[] NASTY = {
        0,
        '\n',
        ' ',
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '-',
        '.',
        '0',
        '9',
        'e',
        'n',
        0x1B,
        0x7F,
        (byte) 0x80,
        (byte) 0xC3,
        (byte) 0xED,
        (byte) 0xF4,
        (byte) 0xFE,
        (byte) 0xFF
    };

    private static final Recorded ONE =
            RecordedDocuments.records().stream()
                    .filter(recorded -> recorded.name().contains("fallback_429"))
                    .findFirst()
                    .orElseThrow();

    @ParameterizedTest
    @MethodSource("nastyBytes")
    void survivesANastyByteAnywhere(byte nasty) {
        byte[] whole = ONE.bytes();
        for (int at = 0; at < whole.length; at++) {
            byte[] replaced = whole.clone();
            replaced[at] = nasty;
            assertDecodesOrRefuses(replaced);

            byte[] inserted = Arrays.copyOf(whole, whole.length + 1);
            System.arraycopy(whole, at, inserted, at + 1, whole.length - at);
            inserted[at] = nasty;
            assertDecodesOrRefuses(inserted);
        }
    }

    @Test
    void survivesEveryFlippedBitAndDroppedByte() {
        byte[] whole = ONE.bytes();
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                assertDecodesOrRefuses(flipped);
            }
            byte[] dropped = Arrays.copyOf(whole, whole.length - 1);
            System.arraycopy(whole, at + 1, dropped, at, whole.length - at - 1);
            assertDecodesOrRefuses(dropped);
        }
    }

    @Test
    void survivesEverySuffix() {
        byte[] whole = ONE.bytes();
        for (int from = 0; from < whole.length; from++) {
            assertDecodesOrRefuses(Arrays.copyOfRange(whole, from, whole.length));
        }
    }

    @Test
    void survivesNoise() {
        Random noise = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[noise.nextInt(64)];
            noise.nextBytes(bytes);
            assertDecodesOrRefuses(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"model\":\"\\ud800\"}",
                "{\"id\":\"a\",\"model\":\"\\udc00\\ud800\"}",
                "{\"id\":\"a\",\"new\":\"\\ud800\"}",
                "{\"id\":\"a\",\"\\ud800\":1}",
                "{\"id\":\"a\",\"model\":\"\\u0000\"}",
                "{\"id\":\"a\",\"\":1}",
                "{\"id\":\"a\",\"usage\":1e2147483648}",
                "{\"id\":\"a\",\"usage\":\"-1e-2147483648\"}",
                "{\"id\":\"a\",\"latency\":1e-2147483647}",
                "{\"id\":\"a\",\"latency\":1e2147483647}",
                "{\"id\":\"a\",\"tokens_prompt\":1e2147483647}",
                "{\"id\":\"a\",\"tokens_prompt\":1e-2147483647}",
                "{\"id\":\"a\",\"app_id\":-9223372036854775809}",
                "{\"id\":\"a\",\"created_at\":\"0000-01-01T00:00:00+18:00\"}",
                "{\"id\":\"a\",\"created_at\":\"9999-12-31T23:59:59.999999999-18:00\"}",
                "{\"id\":\"a\",\"created_at\":\"2026-02-06T18:54:30.1234567890Z\"}",
                "{\"id\":\"a\",\"created_at\":\"2026-02-06T18:54:30+99:99\"}",
                "{\"id\":\"a\",\"provider_responses\":[[[[{}]]]]}"
            })
    void survivesExtremeValues(String json) {
        assertDecodesOrRefuses(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"data\":", "{\"id\":\"a\",\"x\":[", "\"", "\\", "9"})
    void survivesRepetitionUpToTheLimit(String part) {
        String repeated = part.repeat(Limits.DOCUMENT_BYTES / part.length());

        assertThatThrownBy(() -> Documents.decode(repeated))
                .isInstanceOf(UndecodableDocumentException.class);
    }

    @Test
    void survivesAHundredThousandNames() {
        StringBuilder json = new StringBuilder("{\"id\":\"a\"");
        for (int i = 0; i < 100_000; i++) {
            json.append(",\"n").append(Integer.toString(i, 36)).append("\":1");
        }

        assertThat(Documents.decode(json.append('}').toString()).shape().unknown())
                .hasSize(100_000);
    }

    private static void assertDecodesOrRefuses(byte[] bytes) {
        try {
            Documents.decode(bytes);
        } catch (UndecodableDocumentException refused) {
            if (refused.line() < 1 || !isPlain(refused.reason())) {
                throw new AssertionError("not fit to be shown", refused);
            }
        }
    }

    private static boolean isPlain(String reason) {
        String lowerCase = reason.toLowerCase(Locale.ROOT);
        return reason.startsWith("expected ")
                && reason.contains(", found ")
                && reason.length() < 400
                && reason.chars().noneMatch(Character::isISOControl)
                && !lowerCase.contains("jackson")
                && !lowerCase.contains("token ")
                && !lowerCase.contains("java.");
    }

    static Stream<Byte> nastyBytes() {
        Byte[] boxed = new Byte[NASTY.length];
        Arrays.setAll(boxed, i -> NASTY[i]);
        return Stream.of(boxed);
    }
}
