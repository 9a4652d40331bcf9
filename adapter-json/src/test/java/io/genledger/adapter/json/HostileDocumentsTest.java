package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.json.value.Limits;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any bytes yield a generation or UndecodableDocumentException. */
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

    /** Covers every byte of a character, of two bytes or four. */
    private static final int STRIDE = 5;

    /**
     * Prefixes of one document that are tried; of the long ones not every byte is worth its time.
     */
    private static final int PREFIXES = 2_500;

    /** One of each kind; between them they have every construct that was recorded. */
    private static final List<byte[]> SAMPLES =
            List.of(
                    recordNamed("fallback_429"),
                    completionNamed("1767695022"),
                    completionNamed("credits_messages"),
                    "{\"type\":\"x\",\"response\":{\"id\":\"a\",\"usage\":{\"cost\":1}}}"
                            .getBytes(UTF_8));

    @ParameterizedTest
    @MethodSource("nastyBytes")
    void survivesANastyByteAnywhere(byte nasty) {
        for (byte[] whole : SAMPLES) {
            for (int at = 0; at < whole.length; at++) {
                byte[] replaced = whole.clone();
                replaced[at] = nasty;
                DocumentLaws.check(replaced);

                byte[] inserted = Arrays.copyOf(whole, whole.length + 1);
                System.arraycopy(whole, at, inserted, at + 1, whole.length - at);
                inserted[at] = nasty;
                DocumentLaws.check(inserted);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesEveryFlippedBitAndDroppedByte(byte[] whole) {
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                DocumentLaws.check(flipped);
            }
            byte[] dropped = Arrays.copyOf(whole, whole.length - 1);
            System.arraycopy(whole, at + 1, dropped, at, whole.length - at - 1);
            DocumentLaws.check(dropped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void survivesFlippedBytesInEveryEncoding(Charset encoding) {
        for (byte[] sample : SAMPLES) {
            byte[] whole = ('\uFEFF' + new String(sample, UTF_8)).getBytes(encoding);
            for (int at = 0; at < whole.length; at += STRIDE) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) 0xFF;
                DocumentLaws.check(flipped);
                DocumentLaws.check(Arrays.copyOf(whole, at));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesEverySuffix(byte[] whole) {
        for (int from = 0; from < whole.length; from++) {
            DocumentLaws.check(Arrays.copyOfRange(whole, from, whole.length));
        }
    }

    @Test
    void refusesEveryPrefixOfEveryRecordedRecord() {
        RecordedDocuments.records()
                .forEach(recorded ->
                        assertNoPrefixIsRead(new JacksonMetadataDecoder(), recorded.document()));
    }

    @Test
    void refusesPrefixesOfEveryRecordedCompletion() {
        RecordedCompletions.bodies()
                .forEach(completion ->
                        assertNoPrefixIsRead(
                                new JacksonCompletionDecoder(), completion.document()));
    }

    @Test
    void survivesNoise() {
        Random noise = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[noise.nextInt(64)];
            noise.nextBytes(bytes);
            DocumentLaws.check(bytes);
        }
    }

    /** A piece of one document in place of a piece of another. */
    @Test
    void survivesDocumentsGraftedOntoOneAnother() {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] stock = SAMPLES.get(random.nextInt(SAMPLES.size()));
            byte[] graft = SAMPLES.get(random.nextInt(SAMPLES.size()));
            int from = random.nextInt(graft.length);
            byte[] piece =
                    Arrays.copyOfRange(graft, from, from + random.nextInt(graft.length - from));
            int cut = random.nextInt(stock.length);
            byte[] whole = Arrays.copyOf(stock, stock.length + piece.length);
            System.arraycopy(piece, 0, whole, cut, piece.length);
            System.arraycopy(stock, cut, whole, cut + piece.length, stock.length - cut);
            DocumentLaws.check(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"a\",\"model\":\"\\ud800\"",
                "\"id\":\"a\",\"model\":\"\\udc00\\ud800\"",
                "\"id\":\"a\",\"new\":\"\\ud800\"",
                "\"id\":\"a\",\"\\ud800\":1",
                "\"id\":\"a\",\"usage\":{\"cost\":1,\"\\udc00\":\"\\ud800\"}",
                "\"id\":\"a\",\"model\":\"\\u0000\"",
                "\"id\":\"a\",\"\":1",
                "\"id\":\"a\",\"\":{\"\":[{\"\":1}]},\"usage\":{\"\":{\"\":1}}",
                "\"id\":\"a\",\"usage\":1e2147483648",
                "\"id\":\"a\",\"usage\":\"-1e-2147483648\"",
                "\"id\":\"a\",\"usage\":{\"cost\":1e2147483648}",
                "\"id\":\"a\",\"usage\":{\"cost\":\"-1e-2147483648\"}",
                "\"id\":\"a\",\"usage\":{\"prompt_tokens\":1e2147483647}",
                "\"id\":\"a\",\"usage\":{\"input_tokens\":1000000000,"
                        + "\"cache_read_input_tokens\":1000000000,"
                        + "\"cache_creation_input_tokens\":1000000000}",
                "\"id\":\"a\",\"created\":1e2147483647,\"usage\":{\"cost\":1}",
                "\"id\":\"a\",\"created\":9223372036854775808,\"usage\":{\"cost\":1}",
                "\"id\":\"a\",\"latency\":1e-2147483647",
                "\"id\":\"a\",\"latency\":1e2147483647",
                "\"id\":\"a\",\"tokens_prompt\":1e2147483647",
                "\"id\":\"a\",\"tokens_prompt\":1e-2147483647",
                "\"id\":\"a\",\"app_id\":-9223372036854775809",
                "\"id\":\"a\",\"created_at\":\"0000-01-01T00:00:00+18:00\"",
                "\"id\":\"a\",\"created_at\":\"0000-01-01T00:00:00-18:00\"",
                "\"id\":\"a\",\"created_at\":\"9999-12-31T23:59:59.999999999-18:00\"",
                "\"id\":\"a\",\"created_at\":\"9999-12-31T23:59:59.999999999+18:00\"",
                "\"id\":\"a\",\"created_at\":\"2026-02-06T18:54:30.1234567890Z\"",
                "\"id\":\"a\",\"created_at\":\"2026-02-06T18:54:30+99:99\"",
                "\"id\":\"a\",\"provider_responses\":[[[[{}]]]]",
                "\"id\":\"a\",\"provider_responses\":[],\"provider_responses[0].x\":1",
                "\"id\":\"a\",\"provider_responses\":[{\"x\":1}],\"provider_responses[0].x\":1",
                "\"id\":\"a\",\"provider_responses\":[{}],\"provider_responses[0].status\":1",
                "\"id\":\"a\",\"choices\":[[{\"finish_reason\":1}]],\"usage\":{\"cost\":1}",
                "\"response\":{\"response\":{\"id\":\"a\",\"usage\":{\"cost\":1}}}",
                "\"id\":\"a\",\"response.id\":\"b\",\"usage.cost\":1,\"usage\":{\"cost\":2}"
            })
    void survivesExtremeValues(String fields) {
        DocumentLaws.check(("{" + fields + "}").getBytes(UTF_8));
        DocumentLaws.check(("{\"data\":{" + fields + "}}").getBytes(UTF_8));
        DocumentLaws.check(("{\"response\":{" + fields + "}}").getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("endlessParts")
    void refusesRepetitionUpToTheLimit(String part) {
        MetadataDocument endless =
                Documents.document(part.repeat(Limits.DOCUMENT_BYTES / part.length()));

        for (MetadataDecoder decoder : decoders()) {
            assertThatExceptionOfType(UndecodableDocumentException.class)
                    .isThrownBy(() -> decoder.decode(endless));
        }
    }

    @Test
    void keepsAHundredThousandNames() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            names.append(",\"n").append(Integer.toString(i, Character.MAX_RADIX)).append("\":1");
        }

        Generation record = Documents.decode("{\"id\":\"a\"" + names + "}");
        Generation completion =
                new JacksonCompletionDecoder()
                        .decode(
                                Documents.document(
                                        "{\"id\":\"a\",\"usage\":{\"cost\":1" + names + "}}"));

        assertThat(record.shape().unknown()).hasSize(100_000);
        assertThat(completion.shape().unknown()).hasSize(100_000);
    }

    private static void assertNoPrefixIsRead(MetadataDecoder decoder, MetadataDocument document) {
        byte[] whole = new String(document.bytes(), UTF_8).stripTrailing().getBytes(UTF_8);
        for (int length = 0; length < whole.length; length += 1 + whole.length / PREFIXES) {
            MetadataDocument prefix =
                    new MetadataDocument(
                            document.requested(),
                            Arrays.copyOf(whole, length),
                            document.receivedAt());
            assertThatExceptionOfType(UndecodableDocumentException.class)
                    .isThrownBy(() -> decoder.decode(prefix));
        }
    }

    private static List<MetadataDecoder> decoders() {
        return List.of(
                new JacksonMetadataDecoder(),
                new JacksonCompletionDecoder(),
                new JacksonDocumentDecoder());
    }

    private static byte[] recordNamed(String part) {
        return RecordedDocuments.records().stream()
                .filter(recorded -> recorded.name().contains(part))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static byte[] completionNamed(String part) {
        return RecordedCompletions.bodies().stream()
                .filter(completion -> completion.name().contains(part))
                .findFirst()
                .orElseThrow()
                .text()
                .getBytes(UTF_8);
    }

    static List<byte[]> samples() {
        return SAMPLES;
    }

    static Stream<String> endlessParts() {
        return Stream.of(
                "[",
                "{\"a\":",
                "{\"data\":",
                "{\"usage\":",
                "{\"response\":",
                "{\"choices\":[",
                "{\"id\":\"a\",\"x\":[",
                "{\"id\":\"a\",\"provider_responses\":[",
                "{\"usage\":{\"cost\":1,\"x\":[",
                "\"",
                "\\",
                "9",
                " ");
    }

    static Stream<Byte> nastyBytes() {
        return IntStream.range(0, NASTY.length).mapToObj(i -> NASTY[i]);
    }
}
