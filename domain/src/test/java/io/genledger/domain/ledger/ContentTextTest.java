package io.genledger.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.sample.Sample;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTextTest {

    private static final String HEAD = "METADATA\n\"created_at\"=\"2025-08-20T08:02:08.519552Z\"\n";

    /** Tests the text, because a digest does not show its content. */
    @Test
    void versionTwoStatesEachLeafInALineInTheOrderOfTheirPaths() {
        Generation generation =
                Sample.silent()
                        .with(Sample.credits("0.050"))
                        .with(
                                Routing.UNREPORTED.withAttempts(
                                        ProviderAttempt.of("A \"B\"", 429),
                                        ProviderAttempt.of("C", 200).withByok(false)))
                        .with(
                                shape(
                                        Map.of(
                                                "energy",
                                                "{\"wh\": 2.50, \"by\": [\"x\", null, {\"y\":"
                                                        + " -0}]}",
                                                "provider_responses[1].queue",
                                                "7")))
                        .build();

        assertThat(ContentText.version2(generation))
                .isEqualTo(
                        """
                        METADATA
                        "created_at"="2025-08-20T08:02:08.519552Z"
                        "energy.by[0]"="x"
                        "energy.by[2].y"=0
                        "energy.wh"=2.5
                        "id"="gen-1755676927-7WlHzIQWGoPWoKYj3Arf"
                        "is_byok"=false
                        "provider_responses[0].provider_name"="A \\"B\\""
                        "provider_responses[0].status"=429
                        "provider_responses[1].is_byok"=false
                        "provider_responses[1].provider_name"="C"
                        "provider_responses[1].queue"=7
                        "provider_responses[1].status"=200
                        "total_cost"=0.05
                        "usage"=0.05
                        """);
    }

    @Test
    void versionOneStatesLengthsAndPlainTextInTheOrderOfTheFields() {
        Generation generation =
                Sample.silent()
                        .with(Sample.credits("0.050"))
                        .with(shape(Map.of("energy", "{\"wh\": 2.50}")))
                        .build();

        assertThat(ContentText.version1(generation))
                .isEqualTo(
                        """
                        2:id35:gen-1755676927-7WlHzIQWGoPWoKYj3Arf
                        10:created_at27:2025-08-20T08:02:08.519552Z
                        7:is_byok5:false
                        5:usage4:0.05
                        10:total_cost4:0.05
                        6:energy12:{"wh": 2.50}
                        """);
    }

    @Test
    void bothVersionsNameADocumentThatIsNoRecord() {
        Generation completion =
                Sample.silent()
                        .with(new DocumentShape(DocumentKind.COMPLETION, Set.of(), Map.of()))
                        .build();

        assertThat(ContentText.version1(completion)).startsWith("COMPLETION\n2:id");
        assertThat(ContentText.version2(completion)).startsWith("COMPLETION\n\"created_at\"");
    }

    /** The JSON of an unknown field, and its leaves with the path {@code x}; {@code ;} ends one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1                                   | "x"=1;
                     1.50                               | "x"=1.5;
                    15e-1                               | "x"=1.5;
                    0.0e7                               | "x"=0;
                    -0                                  | "x"=0;
                    100                                 | "x"=100;
                    1e2                                 | "x"=100;
                    123456789012345678                  | "x"=123456789012345678;
                    1234567890123456789.0               | "x"=1234567890123456789;
                    1e64                                | "x"=10000000000000000000000000000000000000000000000000000000000000000;
                    1e65                                | "x"=1E+65;
                    12e-64                              | "x"=0.0000000000000000000000000000000000000000000000000000000000000012;
                    12e-65                              | "x"=1.2E-64;
                    1E400                               | "x"=1E+400;
                    100e2147483647                      | "x"=100e2147483647;
                    1e99999999999                       | "x"=1e99999999999;
                    true                                | "x"=true;
                    false                               | "x"=false;
                    ""                                  | "x"="";
                    "1.50"                              | "x"="1.50";
                    "a\\u0062\\/\\n\\t\\r\\b\\f\\"\\\\"     | "x"="ab/\\u000a\\u0009\\u000d\\u0008\\u000c\\"\\\\";
                    "2025-08-20T10:02:08.5+02:00"       | "x"="2025-08-20T08:02:08.500Z";
                    "2025-08-20T10:02Z"                 | "x"="2025-08-20T10:02:00Z";
                    "2025-08-20T10:02:08"               | "x"="2025-08-20T10:02:08";
                    "2025-08-20"                        | "x"="2025-08-20";
                    "2025-08-20 10:02:08Z"              | "x"="2025-08-20 10:02:08Z";
                    "2025x08-20T10:02:08Z"              | "x"="2025x08-20T10:02:08Z";
                    "2025-08x20T10:02:08Z"              | "x"="2025-08x20T10:02:08Z";
                    [1,[2,3],{"a":4}]                   | "x.[0]"=1;"x.[1][0]"=2;"x.[1][1]"=3;"x.[2].a"=4;
                    {"b":1,"a":{"c":[ ],"d":2}}         | "x.a.d"=2;"x.b"=1;
                    { "b" : 1 , "a" : { "d" : 2 } }     | "x.a.d"=2;"x.b"=1;
                    {"a":1,"a":2}                       | "x.a"=1;"x.a"=2;
                    {"a":2,"a":1}                       | "x.a"=1;"x.a"=2;
                    """)
    void anUnknownFieldIsItsLeaves(String json, String leaves) {
        assertThat(versionTwoWith(json)).isEqualTo(leaves.replace("x.[", "x[").replace(";", "\n"));
    }

    /** No document is refused for an undocumented field; its text distinguishes the values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "NaN",
                "+1",
                "01",
                "1.",
                ".5",
                "1e",
                "--1",
                "1 2",
                "1,",
                "tru",
                "TRUE",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\",
                "[",
                "[1",
                "[1,]",
                "[,1]",
                "[1 2]",
                "]",
                "{",
                "{}}",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":1"
            })
    void whatIsNoJsonIsKeptAsItIs(String json) {
        String quoted = json.replace("\\", "\\\\").replace("\"", "\\\"");

        assertThat(versionTwoWith(json)).isEqualTo("\"x\"=!\"" + quoted + "\"\n");
    }

    @Test
    void whatIsNestedTooDeeplyIsKeptAsItIs() {
        assertThat(versionTwoWith("[".repeat(100) + "1" + "]".repeat(100))).endsWith("]\"=1\n");
        assertThat(versionTwoWith("[".repeat(101) + "1" + "]".repeat(101))).startsWith("\"x\"=!");
        assertThat(versionTwoWith("[".repeat(1_000_000))).startsWith("\"x\"=!");
    }

    @Test
    void aNumberOfManyDigitsIsKeptAsItIs() {
        String longest = "1." + "0".repeat(198);

        assertThat(versionTwoWith(longest)).isEqualTo("\"x\"=1\n");
        assertThat(versionTwoWith(longest + "0")).isEqualTo("\"x\"=" + longest + "0\n");
    }

    private static String versionTwoWith(String json) {
        String text =
                ContentText.version2(
                        Sample.silent().id("gen-1").with(shape(Map.of("x", json))).build());
        String before = HEAD + "\"id\"=\"gen-1\"\n";
        assertThat(text).startsWith(before);
        return text.substring(before.length());
    }

    private static DocumentShape shape(Map<String, String> unknown) {
        return new DocumentShape(DocumentKind.METADATA, Set.of(), unknown);
    }
}
