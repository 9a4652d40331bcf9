package io.genledger.adapter.json.split;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.adapter.json.value.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

    private static final String CUT = "expected the end of the document that begins here, found ";

    /** In the tables ⏎ is a line end, and pieces are written as {@link Transcript} writes them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | ``",
                "` ⏎⏎ ` | ``",
                "{} | 1{}",
                "{\"a\":\"}{\"}⏎ | 1{\"a\":\"}{\"}",
                "{\"a\":\"\\\"}\"} | 1{\"a\":\"\\\"}\"}",
                "{\"a\":\"\\\\\"}{} | 1{\"a\":\"\\\\\"} 1{}",
                "⏎{⏎  \"a\": {⏎  }⏎}⏎{} | 2{⏎  \"a\": {⏎  }⏎} 6{}",
                "{}{} {}⏎{} | 1{} 1{} 1{} 2{}",
                "{}\r⏎\r⏎{}\r⏎ | 1{} 3{}",
                "[{},{}] | 1{} 1{}",
                "[⏎  {⏎    \"a\":1⏎  },⏎  {}⏎]⏎ | 2{⏎    \"a\":1⏎  } 5{}",
                "[]⏎[{}]⏎ | 2{}",
                "[2026] x: {}⏎{} | !1 expected a JSON object, found '2026] x: {}'<2026] x: {}⏎>"
                        + " 2{}",
                "{}⏎\uFEFF{}\uFEFF⏎\uFEFF⏎{} | 1{} 2{} 4{}",
                "＝⏎\uFEFF\uFEFF{} | !1 expected a JSON object, found '＝'<＝⏎> 2{}",
                "{\"a\":[⏎ {},⏎ {}⏎]}⏎{} | 1{\"a\":[⏎ {},⏎ {}⏎]} 5{}",
                "{\"a\":⏎\t{}}⏎{} | 1{\"a\":⏎\t{}} 3{}",
            })
    void findsTheDocuments(String stream, String transcript) {
        assertSplits(stream, transcript);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello world⏎{} | !1 expected a JSON object, found 'hello world'<hello world⏎> 2{}",
                "{}⏎x\r⏎{} | 1{} !2 expected a JSON object, found 'x'<x\r⏎> 3{}",
                "{} junk {}⏎{} | 1{} !1 expected a JSON object, found 'junk {}'<junk {}⏎> 2{}",
                "[1, {}]⏎{} | !1 expected a JSON object, found '1, {}]'<1, {}]⏎> 2{}",
                "last | !1 expected a JSON object, found 'last'<last>",
                "}⏎{} | !1 expected a JSON object, found '}'<}⏎> 2{}",
            })
    void handsAWholeLineOnThatIsNoObject(String stream, String transcript) {
        assertSplits(stream, transcript);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":1⏎> 2{}",
                "{\"a\":\"x⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":\"x⏎> 2{}",
                "{\"a\":\"x\\⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":\"x\\⏎> 2{}",
                "{\"a\":1,⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":1,⏎> 2{}",
                "{\"a\":{\"b\":[{}⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":{\"b\":[{}⏎> 2{}",
                "{\"a\":\"x⏎y\",\"b\":1}⏎{} | !1 CUTthe next one on line 3"
                        + "<{\"a\":\"x⏎y\",\"b\":1}⏎> 3{}",
                "{\"a\":⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":⏎> 2{}",
                "{\"a\":[⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":[⏎> 2{}",
                "{\"a\":[1,\r⏎{}⏎ | !1 CUTthe next one on line 2<{\"a\":[1,\r⏎> 2{}",
                "{⏎  \"a\": {⏎    \"b\": 1⏎{⏎  \"a\": 2⏎} | !1 CUTthe next one on line 4"
                        + "<{⏎  \"a\": {⏎    \"b\": 1⏎> 4{⏎  \"a\": 2⏎}",
                "{\"a\":{\"b⏎HTTP/1.1 200 OK⏎{} | !1 CUTwhat belongs to none on line"
                    + " 2<{\"a\":{\"b⏎> !2 expected a JSON object, found 'HTTP/1.1 200 OK'<HTTP/1.1"
                    + " 200 OK⏎> 3{}",
                "{\"a\":1,⏎x-generation-id: gen-1⏎{} | !1 CUTwhat belongs to none on line 2"
                        + "<{\"a\":1,⏎> !2 expected a JSON object, found 'x-generation-id: gen-1'"
                        + "<x-generation-id: gen-1⏎> 3{}",
                "{\"a\":1,⏎data: {}⏎ | !1 CUTwhat belongs to none on line 2<{\"a\":1,⏎> 2{}",
                "{⏎> POST /a HTTP/2 | !1 CUTwhat belongs to none on line 2<{⏎>"
                        + " !2 expected a JSON object, found '> POST /a HTTP/2'<> POST /a HTTP/2>",
                "{\"a\":\"⏎HTTP and⏎data or so\"}⏎{} | !1 CUTthe next one on line 4"
                        + "<{\"a\":\"⏎HTTP and⏎data or so\"}⏎> 4{}",
                "{}⏎{\"a\" | 1{} !2 CUTthe end of the file<{\"a\">",
                "{\"a\":\"x | !1 CUTthe end of the file<{\"a\":\"x>",
            })
    void losesOnlyTheDocumentThatIsCutOff(String stream, String transcript) {
        assertSplits(stream, transcript.replace("CUT", CUT));
    }

    @Test
    void keepsEveryRecordedDocumentByteForByte() throws IOException {
        List<byte[]> recorded =
                RecordedDocuments.all().stream().map(document -> document.bytes()).toList();
        List<InputStream> streams = new ArrayList<>();
        for (byte[] bytes : recorded) {
            streams.add(new ByteArrayInputStream(bytes));
        }

        Transcript transcript = new Transcript();
        Framing.split(new SequenceInputStream(Collections.enumeration(streams)), transcript);

        String expected =
                recorded.stream()
                        .map(bytes -> new String(bytes, UTF_8).strip())
                        .collect(Collectors.joining(" "));
        assertThat(transcript.text().replaceAll("(^|(?<=}) )\\d+\\{", "$1{")).isEqualTo(expected);
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(split("\uFEFF{}\n{}".getBytes(UTF_8), 64)).isEqualTo("1{} 2{}");
        assertThat(split("\uFEFF{\"a\"\n{}".getBytes(UTF_8), 64))
                .isEqualTo("!1 " + CUT + "the next one on line 2<{\"a\"\n> 2{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void saysThatUtf8IsExpected(Charset encoding) throws IOException {
        byte[] bytes = "\uFEFF{}\n{}".getBytes(encoding);

        assertThat(split(bytes, 3))
                .isEqualTo(
                        "!1 expected UTF-8, found %s: convert the file to UTF-8<%s>",
                        encoding.name().substring(0, 6), new String(bytes, ISO_8859_1));
    }

    @Test
    void quotesOnlyTheBeginningOfALongLine() throws IOException {
        String line = "é".repeat(100_000);

        assertThat(split((line + "\n{}").getBytes(UTF_8), 7))
                .isEqualTo(
                        "!1 expected a JSON object, found '%s…'<%s\n> 2{}", "é".repeat(40), line);
    }

    @Test
    void keepsADocumentOfTheOrdinaryLengthAsItCame() throws IOException {
        String longest = "{\"a\":\"" + "x".repeat(Limits.DOCUMENT_BYTES - 8) + "\"}";

        assertThat(split(longest.getBytes(UTF_8), 1 << 16)).isEqualTo("1" + longest);
    }

    @Test
    void leavesOutTheLongTextsOfALongerDocument() throws IOException {
        String document =
                "{\"é\":\"%s\",\"b\":\"%s\\\"\",\"c\":[\"%s\",{\"d\":0.50}]}\n{}"
                        .formatted("é".repeat(4_000), "\\n".repeat(1 << 19), "x".repeat(4_001));

        String expected =
                "1{\"é\":\""
                        + "é".repeat(4_000)
                        + "\",\"b\":\"[1048578 characters left out]\","
                        + "\"c\":[\"[4001 characters left out]\",{\"d\":0.50}]} 2{}";
        for (int readBytes : new int[] {1_000, 4_097, 1 << 16}) {
            assertThat(split(document.getBytes(UTF_8), readBytes)).isEqualTo(expected);
        }
    }

    @Test
    void refusesADocumentThatIsLongBesidesItsTexts() throws IOException {
        String numbers = "{\"a\":[" + "1,".repeat(Limits.DOCUMENT_BYTES / 2) + "1]}\n{}";

        assertThat(split(numbers.getBytes(UTF_8), 1 << 16))
                .startsWith(
                        "!1 expected a document of at most 1048576 bytes besides its long texts,"
                                + " and of 64 MiB with them, found a longer one<{\"a\":[1,")
                .endsWith(",1]}\n> 2{}");
    }

    /**
     * In the tables ⏎ is a line end, and what {@link Pieces#line} gets is written in guillemets.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data: {}⏎⏎data:{\"a\":1}⏎ | 1{} 3{\"a\":1}",
                "event: x⏎data: {}⏎: c⏎data: [DONE]⏎{} | «1 event: x» 2{} «3 : c» «4 data: [DONE]»"
                        + " 5{}",
                "{}data: [DONE]⏎ | 1{} «1 data: [DONE]»",
                "data: x {}⏎ | «1 data: x {}»",
                "data: {\"a⏎data: {} | !1 CUTthe end of its line<{\"a> 2{}",
                "{'a': '}'}⏎{} | «1 {'a': '}'}» 2{}",
                "{ [5 bytes data]⏎< HTTP/2 200⏎{} | «1 { [5 bytes data]» «2 < HTTP/2 200» 3{}",
                "date: x\r⏎\r⏎{} | «1 date: x» 3{}",
            })
    void passesLinesOnThatMayHaveAMeaning(String stream, String pieces) throws IOException {
        for (int readBytes : new int[] {1, 2, 3, 1 << 16}) {
            Transcript transcript = new Transcript(true);
            byte[] bytes = stream.replace("⏎", "\n").getBytes(UTF_8);
            Framing.split(new Trickle(bytes, readBytes), transcript);

            assertThat(transcript.text()).isEqualTo(pieces.replace("CUT", CUT));
        }
    }

    @Test
    void findsTheSamePiecesHoweverTheStreamIsCut() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = randomText(random).getBytes(UTF_8);
            String whole = split(bytes, 1 << 16);
            assertThat(split(bytes, 1)).isEqualTo(whole);
            assertThat(split(bytes, 1 + random.nextInt(9))).isEqualTo(whole);
        }
    }

    @Test
    void losesNothingButSeparators() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            String text = randomText(random);
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            Framing.split(new Trickle(text.getBytes(UTF_8), 5), new Concatenation(pieces));
            assertThat(withoutSeparators(pieces.toString(UTF_8)))
                    .isEqualTo(withoutSeparators(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"", "{", "x", "[", "{\"a\":1,"})
    void survivesALineOfTwoHundredMegabytes(String beginning) throws IOException {
        Tally tally = new Tally();

        Framing.split(new LongLine(beginning, 200_000_000), tally);

        assertThat(tally.longest).isLessThanOrEqualTo(Limits.DOCUMENT_BYTES + 16_000);
        assertThat(tally.documents).isEqualTo(1);
        assertThat(tally.unreadable).isLessThanOrEqualTo(1);
    }

    private static String randomText(Random random) {
        String[] parts = {
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\n",
            "\r\n",
            " ",
            ",",
            ":",
            "é",
            "x1",
            "{\"a\":1}",
            "\n{",
            "{\"a\":[{\"b\":\"c\"}]}\n"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static String withoutSeparators(String text) {
        return text.replaceAll("[\\s,\\[\\]]", "");
    }

    private static void assertSplits(String stream, String transcript) {
        for (int readBytes : new int[] {1, 2, 3, 1 << 16}) {
            try {
                assertThat(split(stream.replace("⏎", "\n").getBytes(UTF_8), readBytes))
                        .isEqualTo(transcript.replace("⏎", "\n"));
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    private static String split(byte[] bytes, int readBytes) throws IOException {
        Transcript transcript = new Transcript();
        Framing.split(new Trickle(bytes, readBytes), transcript);
        return transcript.text();
    }

    /** Puts all pieces one behind another. */
    private record Concatenation(ByteArrayOutputStream all) implements Pieces {

        @Override
        public void end() {}

        @Override
        public void document(long line, byte[] bytes) {
            all.writeBytes(bytes);
        }

        @Override
        public boolean line(long line, String text) {
            return false;
        }

        @Override
        public void unreadable(long line, String problem) {}

        @Override
        public void unreadableBytes(byte[] bytes) {
            all.writeBytes(bytes);
        }
    }
}
