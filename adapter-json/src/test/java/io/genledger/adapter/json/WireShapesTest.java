package io.genledger.adapter.json;

import static io.genledger.adapter.json.Documents.decode;
import static io.genledger.adapter.json.Documents.decodeFor;
import static io.genledger.adapter.json.Documents.withFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.value.Limits;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.report.SpendTotals;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape of a valid document that OPENROUTER.md (§3) lists. */
class WireShapesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.0000039, 0.0000039",
        "6e-8, 0.00000006",
        "3E-7, 0.0000003",
        "1.5e+1, 15",
        "0.0018599999999999999, 0.0018599999999999999",
        "-0.02507625, -0.02507625",
        "1e6, 1000000",
        "0e999999999, 0"
    })
    void readsAmountsExactlyAsNumbersAndAsStrings(String wire, String plain) {
        for (String written : new String[] {wire, '"' + wire + '"'}) {
            assertThat(stated(MetadataField.USAGE, written)).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12.0, 12",
        "1e3, 1000",
        "999999999, 999999999",
        "1e9, 1000000000",
        "0e999999999, 0"
    })
    void readsCountsExactlyAsNumbersAndAsStrings(String wire, String plain) {
        for (String written : new String[] {wire, '"' + wire + '"'}) {
            assertThat(stated(MetadataField.NATIVE_TOKENS_PROMPT, written)).isEqualTo(plain);
        }
    }

    /** Eight billion generations, each with as many tokens as a document may state. */
    @Test
    void countsAtTheirLimitAddUp() {
        Generation most =
                withFields(
                        "\"native_tokens_prompt\":%1$d,\"native_tokens_completion\":%1$d"
                                .formatted(Limits.COUNT));
        SpendTotals totals = SpendTotals.of(most);
        for (int doubled = 0; doubled < 33; doubled++) {
            totals = totals.plus(totals);
        }

        assertThat(totals.requests()).isEqualTo(1L << 33);
        assertThat(totals.tokens().prompt()).hasToString("8589934592000000000");
        assertThat(totals.tokens().completion()).isEqualTo(totals.tokens().prompt());
    }

    @ParameterizedTest
    @CsvSource({
        "337, 337",
        "0, 0",
        "-5, -5",
        "1.5, 1.5",
        "0.0000015, 0.000002",
        "0.0000025, 0.000002",
        "1e-999999999, 0",
        "-1e9, -1000000000",
        "1e9, 1000000000"
    })
    void readsMillisecondsToTheNanosecond(String wire, String plain) {
        for (String written : new String[] {wire, '"' + wire + '"'}) {
            assertThat(stated(MetadataField.LATENCY, written)).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-20T08:02:08Z, 2025-08-20T08:02:08Z",
        "2026-02-06T18:54:30.705Z, 2026-02-06T18:54:30.705Z",
        "2025-12-28T19:12:05.512747+00:00, 2025-12-28T19:12:05.512747Z",
        "2025-12-28T19:15:23.18508+00:00, 2025-12-28T19:15:23.185080Z",
        "2026-02-06T18:54:30.123456789+05:30, 2026-02-06T13:24:30.123456789Z",
        "2026-02-06T18:54:30-0800, 2026-02-07T02:54:30Z",
        "2026-02-06T18:54:30+01, 2026-02-06T17:54:30Z",
        "2026-02-06 18:54:30.040, 2026-02-06T18:54:30.040Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "1969-12-31T23:00:00-01:00, 1970-01-01T00:00:00Z",
        "9999-12-30T23:59:59.999999999Z, 9999-12-30T23:59:59.999999999Z",
        "2026-02-06t18:54:30z, 2026-02-06T18:54:30Z",
        "'2026-02-06T18:54:30,5Z', 2026-02-06T18:54:30.500Z"
    })
    void readsTimesInAnyZone(String wire, Instant moment) {
        assertThat(withFields("\"created_at\":\"" + wire + '"').created())
                .isEqualTo(new CreationTime(moment, CreationTime.Basis.RECORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\""})
    void readsBooleansAlsoFromStrings(String wire) {
        assertThat(withFields("\"is_byok\":" + wire).charges().byok()).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"12.50, 12.50", "true, true", "'\"\"', ''", "'\"a\\nb\"', 'a\nb'"})
    void keepsTheTextOfATextField(String wire, String text) {
        assertThat(stated(MetadataField.ORIGIN, wire)).isEqualTo(text);
    }

    @Test
    void takesARecordThatSpeaksOfAnErrorForARecord() {
        assertThat(decode("{\"id\":\"gen-1\",\"error\":null}").id()).hasToString("gen-1");
        assertThat(decode("{\"id\":\"gen-1\",\"model\":null,\"error\":\"x\"}").shape().unknown())
                .containsOnlyKeys("error");
    }

    @Test
    void readsAppIdsOfEitherSign() {
        assertThat(stated(MetadataField.APP_ID, "-7")).isEqualTo("-7");
    }

    @Test
    void takesABareObject() {
        assertThat(decode("{\"id\":\"gen-1\"}").id()).hasToString("gen-1");
    }

    @Test
    void takesTheSpellingOfTheSdkMixedFreely() {
        Generation generation =
                decode(
                        """
                        {"id":"gen-1","totalCost":0.5,"isByok":true,"usage":0.5,
                         "createdAt":"2026-02-06T18:54:30.040Z","numInputAudioPrompt":3,
                         "native_tokens_prompt":4,
                         "providerResponses":[{"endpointId":"e","modelPermaslug":"m/n",
                           "providerName":"P","routedServiceTier":"flex","isByok":false,
                           "status":200,"surprise":[1]}]}\
                        """);

        assertThat(MetadataField.TOTAL_COST.textIn(generation)).contains("0.5");
        assertThat(generation.charges().byok()).contains(true);
        assertThat(generation.media().promptAudio()).hasToString("Optional[3]");
        assertThat(generation.routing().attempts())
                .hasToString(
                        "[ProviderAttempt[provider=Optional[P], status=Optional[200],"
                                + " latency=Optional.empty, byok=Optional[false],"
                                + " model=Optional[m/n], endpointId=Optional[e],"
                                + " upstreamId=Optional.empty, routedServiceTier=Optional[flex]]]");
        assertThat(generation.shape().unknown())
                .containsExactly(Map.entry("provider_responses[0].surprise", "[1]"));
        assertThat(generation.shape().absent()).hasSize(MetadataField.values().length - 8);
    }

    @Test
    void tellsAbsentFromNullFromZero() {
        Generation generation = withFields("\"usage\":null,\"total_cost\":0");

        assertThat(generation.shape().absent())
                .doesNotContain(MetadataField.USAGE, MetadataField.TOTAL_COST)
                .contains(MetadataField.CACHE_DISCOUNT);
        assertThat(generation.charges().usage()).isEmpty();
        assertThat(generation.charges().totalCost()).hasToString("Optional[0]");
    }

    @Test
    void keepsUnknownFieldsAsTheyWereWritten() {
        Generation generation =
                withFields("\"b\" : [ 1.50e-3, {\"c\":\"\\u00e9\\n\"} ],\"a\":6e-8,\"z\":null");

        assertThat(generation.shape().unknown())
                .isEqualTo(Map.of("b", "[1.50e-3,{\"c\":\"é\\n\"}]", "a", "6e-8", "z", "null"));
    }

    @Test
    void keepsUnknownFieldsOfAnyName() {
        Generation generation =
                withFields("\"unknown\":{\"a\":1},\"providerResponses\":[{\"unknown\":-0}]");

        assertThat(generation.shape().unknown())
                .isEqualTo(Map.of("unknown", "{\"a\":1}", "provider_responses[0].unknown", "-0"));
    }

    @Test
    void readsAThousandAttempts() {
        String attempts = "{\"status\":200}" + ",{}".repeat(Limits.ATTEMPTS - 1);

        assertThat(withFields("\"provider_responses\":[" + attempts + "]").routing().attempts())
                .hasSize(Limits.ATTEMPTS);
    }

    @Test
    void prefersTheIdOfTheDocument() {
        assertThat(decodeFor("gen-asked", "{\"data\":{\"id\":\"gen-stated\"}}").id())
                .hasToString("gen-stated");
    }

    @Test
    void listsEachMissingFieldAsAbsent() {
        assertThat(decode("{\"data\":{\"id\":\"gen-1\"}}").shape().absent())
                .hasSize(MetadataField.values().length - 1);
    }

    @Test
    void fallsBackToTheSecondInTheIdThenToTheReceipt() {
        assertThat(decode("{\"id\":\"gen-1755676927-Sample\"}").created())
                .isEqualTo(
                        new CreationTime(
                                Instant.ofEpochSecond(1_755_676_927L), CreationTime.Basis.ID));
        assertThat(decode("{\"id\":\"x\",\"created_at\":null}").created())
                .isEqualTo(new CreationTime(Documents.RECEIVED, CreationTime.Basis.RECEIPT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void readsEveryUnicodeEncodingWithOrWithoutItsMark(Charset encoding) {
        String json = "{\"id\":\"gen-1\",\"external_user\":\"Zoë 🙂\"}";

        for (String document : new String[] {json, '\uFEFF' + json}) {
            assertThat(decode(document.getBytes(encoding)).attribution().externalUser())
                    .hasToString("Optional[Zoë 🙂]");
        }
    }

    @Test
    void acceptsWhatStaysJustWithinTheLimits() {
        String deep = "[".repeat(Limits.NESTING - 2) + "]".repeat(Limits.NESTING - 2);
        String text = "x".repeat(Limits.STRING_CHARS);
        String number = "0." + "1".repeat(62);

        assertThat(withFields("\"deep\":" + deep).shape().unknown()).containsEntry("deep", deep);
        assertThat(stated(MetadataField.ORIGIN, '"' + text + '"')).isEqualTo(text);
        assertThat(stated(MetadataField.USAGE, number)).isEqualTo(number);
        byte[] longest = " ".repeat(Limits.DOCUMENT_BYTES).getBytes(StandardCharsets.UTF_8);
        byte[] document = "{\"id\":\"gen-1\"}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(document, 0, longest, 0, document.length);
        assertThat(decode(longest).id()).hasToString("gen-1");
    }

    private static String stated(MetadataField field, String wire) {
        return field.textIn(withFields('"' + field.wireName() + "\":" + wire)).orElseThrow();
    }
}
