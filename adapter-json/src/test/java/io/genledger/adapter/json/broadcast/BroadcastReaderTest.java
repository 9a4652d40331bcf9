package io.genledger.adapter.json.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.FieldCases;
import io.genledger.adapter.json.ReadContents;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BroadcastReaderTest {

    private static final String FIELD = FieldCases.text("07-broadcast-three-spans.ndjson");
    private static final String ID = "gen-1790606294-sdYHTGXUVyDKWCLqX5Op";
    private static final String SPENT = "gen_ai.usage.total_cost=d:0.5";

    @Test
    void readsEachGenerationOnceWithTheFiguresOfItsSpan() {
        ReadContents read = readLines(FIELD);

        assertThat(read.rejections).isEmpty();
        assertThat(read.toCollect).isEmpty();
        assertThat(read.generations)
                .extracting(generation -> generation.id().value())
                .containsExactly(ID, "gen-1790606298-6JSFeW7zs6W0v5Pu8ZJE");
        assertThat(read.generations)
                .extracting(generation -> SpendRule.OPENROUTER.spendOf(generation).knownAmount())
                .containsExactly(amount("0.005334"), amount("0.004782"));
    }

    @Test
    void mapsEachAttribute() {
        Generation generation = readLines(FIELD).generations.get(0);

        assertThat(generation.shape().kind()).isEqualTo(DocumentKind.BROADCAST);
        assertThat(generation.created().at()).isEqualTo(Instant.parse("2026-09-28T14:38:14.318Z"));
        assertThat(generation.routing().model())
                .contains(new ModelSlug("anthropic/claude-haiku-4.5"));
        assertThat(generation.routing().provider()).contains(new ProviderName("Amazon Bedrock"));
        assertThat(generation.routing().attempts())
                .singleElement()
                .satisfies(
                        attempt -> assertThat(attempt.latency()).contains(Duration.ofMillis(757)));
        assertThat(generation.completion().finishReason()).contains(new FinishReason("tool_calls"));
        assertThat(generation.completion().nativeFinishReason())
                .contains(new FinishReason("tool_use"));
        assertThat(generation.timing().latency()).contains(Duration.ofMillis(996));
        assertThat(generation.timing().generationTime()).isEmpty();
        assertThat(generation.nativeTokens())
                .isEqualTo(NativeTokens.of(2_489, 569).withReasoning(145).withCached(0));
        assertThat(generation.charges().byok()).contains(false);
        assertThat(generation.charges().usage()).isEqualTo(amount("0.005334"));
        assertThat(generation.charges().upstreamInferenceCost()).isEmpty();
        assertThat(generation.shape().absent())
                .contains(MetadataField.UPSTREAM_INFERENCE_COST, MetadataField.SESSION_ID)
                .doesNotContain(MetadataField.IS_BYOK, MetadataField.USAGE);
        assertThat(generation.shape().unknown())
                .containsEntry("gen_ai.usage.input_cost", "0.002489")
                .containsEntry("gen_ai.usage.input_tokens.cache_write", "0")
                .containsEntry("trace.metadata.openrouter.input_unit_price", "1e-06")
                .containsEntry("trace.metadata.openrouter.api_key_name", "\"some key\"")
                .doesNotContainKey("gen_ai.usage.total_cost");
    }

    @Test
    void readsAnArchivedSpanAgainAsTheEqualGeneration() {
        ReadContents read = readLines(FIELD);

        for (int i = 0; i < read.documents.size(); i++) {
            assertThat(BroadcastReader.decode(new DocumentInput(read.documents.get(i))))
                    .isEqualTo(read.generations.get(i));
        }
    }

    @Test
    void aRedeliveryIsTheEqualDocumentWhateverTheOrderOfSpansAndAttributes() {
        String delivery =
                delivery(
                        span(ID, SPENT, "user.id=s:u"),
                        span(ID + ":attempt-0"),
                        span(ID + ":generation"));
        String other =
                delivery(
                        span(ID + ":generation"),
                        span(ID, "user.id=s:u", SPENT),
                        span(ID + ":attempt-0"));
        ReadContents read = readLines(delivery + "\n" + other + "\n" + delivery);

        assertThat(read.generations).hasSize(3);
        assertThat(read.documentTexts()).containsOnly(read.documentTexts().get(0));
    }

    @Test
    void oneDeliveryStatesAGenerationOnce() {
        List<String> spans =
                new ArrayList<>(
                        List.of(
                                span(ID, SPENT),
                                span(ID, "gen_ai.usage.input_tokens=i:12"),
                                span(ID),
                                span(ID + ":attempt-0", "gen_ai.usage.total_cost=d:9"),
                                span(ID + ":generation")));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(spans, new Random(seed));
            ReadContents read = read(delivery(spans.toArray(String[]::new)));

            assertThat(read.generations).hasSize(1);
            assertThat(read.generations.get(0).charges().usage()).isEqualTo(amount("0.5"));
            assertThat(read.toCollect).isEmpty();
        }
    }

    @Test
    void aGenerationWithoutACostHasAnUnknownSpend() {
        ReadContents read =
                read(
                        delivery(
                                span(
                                        ID,
                                        "gen_ai.usage.input_tokens=i:12",
                                        "gen_ai.usage.output_tokens=i:3")));

        assertThat(read.generations)
                .singleElement()
                .satisfies(generation ->
                        assertThat(SpendRule.OPENROUTER.spendOf(generation))
                                .isInstanceOf(Spend.Unknown.class));
        assertThat(read.toCollect).isEmpty();
    }

    @Test
    void aPartOfAGenerationOnlyNamesIt() {
        ReadContents read = read(delivery(span(ID + ":attempt-0"), span(ID + ":generation")));

        assertThat(read.generations).isEmpty();
        assertThat(read.toCollect).hasToString("[" + ID + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceSpans\":[]}",
                "{\"resourceSpans\":[{}]}",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[]}]}]}",
                "{\"headers\":{\"X-Test-Connection\":\"true\"},\"body\":{\"resourceSpans\":[]}}"
            })
    void aConnectionTestIsSkipped(String delivery) {
        ReadContents read = read(delivery);

        assertThat(read.skipped).isEqualTo(1);
        assertThat(read.rejections).isEmpty();
        assertThat(read.generations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "i:12, d:0.00008333333333333333, 12, 0.00008333333333333333",
        "n:12, s:0.00008333333333333333, 12, 0.00008333333333333333",
        "d:12, x:6e-8, 12, 0.00000006",
        "x:12.0, i:3, 12, 3",
        "s:12, d:0.0018599999999999999, 12, 0.0018599999999999999"
    })
    void numbersAreExactAsNumbersAndInStrings(
            String tokens, String cost, long count, String usage) {
        ReadContents read =
                read(
                        delivery(
                                span(
                                        ID,
                                        "gen_ai.usage.input_tokens=" + tokens,
                                        "gen_ai.usage.total_cost=" + cost)));

        assertThat(read.rejections).isEmpty();
        Generation generation = read.generations.get(0);
        assertThat(generation.charges().usage()).isEqualTo(amount(usage));
        assertThat(generation.nativeTokens().prompt().orElseThrow().value()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'is_byok':true,'status':200}]|true",
                "[{'is_byok':false,'status':200}]|false",
                "[{'is_byok':true,'status':429},{'is_byok':false,'status':200}]|false",
                "[{'is_byok':false,'status':429},{'is_byok':true,'status':200}]|true",
                "[{'is_byok':true,'status':null}]|true",
                "[{'is_byok':true,'status':429},{'is_byok':false,'status':499}]|",
                "[{'status':200}]|",
                "[]|"
            })
    void onlyTheAttemptsStateByok(String attempts, Boolean byok) {
        String responses = "trace.metadata.provider_responses=s:" + attempts.replace("'", "\\\"");
        ReadContents read =
                read(
                        delivery(
                                span(
                                        ID,
                                        SPENT,
                                        responses,
                                        "span.metadata.is_byok=b:true",
                                        "trace.metadata.openrouter_generation.is_byok=b:true",
                                        "trace.metadata.is_byok=b:true")));

        assertThat(read.rejections).isEmpty();
        Generation generation = read.generations.get(0);
        assertThat(generation.charges().byok()).isEqualTo(Optional.ofNullable(byok));
        assertThat(generation.shape().absent().contains(MetadataField.IS_BYOK))
                .isEqualTo(byok == null);
        assertThat(SpendRule.OPENROUTER.spendOf(generation).knownAmount().isPresent())
                .isEqualTo(Boolean.FALSE.equals(byok));
    }

    @ParameterizedTest
    @CsvSource({
        "d:0.0142, true, 0.0142",
        "s:0.0142, true, 0.0142",
        "d:0, , 0",
    })
    void anUpstreamCostOfByokShowsThatTheCallUsedByok(
            String upstream, @Nullable Boolean byok, String spend) {
        Generation generation =
                read(delivery(
                                span(
                                        ID,
                                        "gen_ai.usage.total_cost=d:0",
                                        "span.metadata.openrouter_generation.byok_usage_inference="
                                                + upstream)))
                        .generations
                        .get(0);

        assertThat(generation.charges().byok()).isEqualTo(Optional.ofNullable(byok));
        assertThat(SpendRule.OPENROUTER.spendOf(generation).knownAmount()).isEqualTo(amount(spend));
    }

    @Test
    void withoutAttemptsAndUpstreamCostTheSpendIsUnknown() {
        String tooLong = "[" + " ".repeat(70_000) + "{\\\"is_byok\\\":true,\\\"status\\\":200}]";
        for (String delivery :
                List.of(
                        delivery(span(ID, SPENT)),
                        delivery(
                                span(
                                        ID,
                                        SPENT,
                                        "trace.metadata.provider_responses=s:" + tooLong)))) {
            Generation generation = read(delivery).generations.get(0);

            assertThat(SpendRule.OPENROUTER.spendOf(generation))
                    .isInstanceOfSatisfying(
                            Spend.Unknown.class,
                            unknown -> assertThat(unknown.credits()).isEqualTo(amount("0.5")));
        }
    }

    @Test
    void readsTheCostsThatAnAccountMayAdd() {
        String prefix = "trace.metadata.openrouter_generation.";
        Generation generation =
                read(delivery(
                                span(
                                        ID,
                                        "trace.metadata.provider_responses=s:[{\\\"is_byok\\\":true,\\\"status\\\":200}]",
                                        SPENT,
                                        prefix + "usage=d:0.01",
                                        "span.metadata.openrouter_generation.usage=d:0.01",
                                        prefix + "usage_upstream=d:0.2",
                                        prefix + "byok_usage_inference=d:0.2",
                                        prefix + "usage_cache=d:-0.03",
                                        prefix + "usage_web=d:0.004",
                                        prefix + "tokens_prompt=i:9",
                                        prefix + "tokens_completion=i:4",
                                        prefix + "cancelled=b:true",
                                        prefix + "streamed=b:false",
                                        prefix + "app_id=i:77",
                                        "user.id=s:user-1",
                                        "session.id=s:session-1")))
                        .generations
                        .get(0);

        assertThat(SpendRule.OPENROUTER.spendOf(generation).knownAmount())
                .isEqualTo(amount("0.21"));
        assertThat(generation.charges().cacheDiscount()).isEqualTo(amount("0.03"));
        assertThat(generation.normalizedTokens()).isEqualTo(NormalizedTokens.of(9, 4));
        assertThat(generation.completion().wasCancelled()).isTrue();
        assertThat(generation.completion().streamed()).contains(false);
        assertThat(generation.attribution().app()).contains(new AppId(77));
        assertThat(generation.attribution().externalUser()).contains(new ExternalUser("user-1"));
        assertThat(generation.lineage().session()).contains(new SessionId("session-1"));
        assertThat(generation.shape().unknown())
                .containsEntry(prefix + "usage_web", "0.004")
                .doesNotContainKey("span.metadata.openrouter_generation.usage");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b:free, a/b, a/b:free",
        "a/b, a/b-2026, a/b-2026",
        "a/b, '', a/b",
        "'', a/b, a/b"
    })
    void theVariantBelongsToTheModel(String request, String response, String expected) {
        ReadContents read =
                read(
                        delivery(
                                span(
                                        ID,
                                        SPENT,
                                        "gen_ai.request.model=s:" + request,
                                        "gen_ai.response.model=s:" + response)));

        assertThat(read.generations.get(0).routing().model()).contains(new ModelSlug(expected));
    }

    @Test
    void theCallersOwnMetadataStatesNoFigure() {
        ReadContents read =
                read(
                        delivery(
                                span(
                                        ID,
                                        SPENT,
                                        "trace.metadata.gen_ai.usage.total_cost=d:9",
                                        "trace.metadata.user.id=s:x",
                                        "usage=d:9",
                                        "is_byok=b:true")));

        assertThat(read.generations.get(0).charges().usage()).isEqualTo(amount("0.5"));
        assertThat(read.generations.get(0).charges().byok()).isEmpty();
        assertThat(read.generations.get(0).attribution().externalUser()).isEmpty();
    }

    @Test
    void theConversationAndTheCallersMetadataAreNotArchived() {
        String prompt = "x".repeat(1 << 20);
        ReadContents read =
                read(
                        delivery(
                                span(
                                        ID,
                                        SPENT,
                                        "gen_ai.prompt=s:secret",
                                        "gen_ai.prompt.0.content=s:secret",
                                        "llm.input_messages.0=s:secret",
                                        "trace.metadata.note=s:secret",
                                        "trace.metadata.customer=i:5550123",
                                        "trace.input=s:secret",
                                        "span.output=s:secret",
                                        "trace.metadata.long=s:" + prompt)));

        assertThat(read.documents.get(0).size()).isLessThan(500);
        assertThat(read.documentTexts().get(0)).doesNotContain("secret", "xxx", "5550123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gen_ai.usage.total_cost=x:NaN|gen_ai.usage.total_cost|an amount in US dollars",
                "gen_ai.usage.input_tokens=i:-1|gen_ai.usage.input_tokens|a whole number",
                "gen_ai.usage.input_tokens=s:many|gen_ai.usage.input_tokens|a whole number",
                "trace.metadata.provider_responses=s:nothing|trace.metadata.provider_responses|a"
                        + " list of attempts",
                "trace.metadata.provider_responses=s:[],\\\"usage\\\":0|trace.metadata.provider_responses|a"
                    + " list of attempts",
                "trace.metadata.openrouter_generation.usage_cache=s:many|trace.metadata.openrouter_generation.usage_cache|an"
                    + " amount"
            })
    void aSpanWithAnInvalidFigureCostsOnlyItself(String attribute, String field, String reason) {
        String other = "gen-1790606298-6JSFeW7zs6W0v5Pu8ZJE";
        ReadContents read =
                read(
                        delivery(
                                span(ID, attribute, "gen_ai.usage.output_tokens=i:1"),
                                span(other, SPENT)));

        assertThat(read.generations)
                .extracting(generation -> generation.id().value())
                .containsExactly(other);
        assertThat(read.rejections)
                .singleElement()
                .asString()
                .startsWith("1:" + field + ": expected ")
                .contains(reason);
        assertThat(read.rejectedText()).contains(ID).doesNotContain(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen-pencil", "gen-1769532074", "chatcmpl-1", "batch_1", "gen_01abc"})
    void aSpanWithoutAnIdOfOpenRouterIsRefused(String id) {
        ReadContents read = read(delivery(span(id, SPENT)));

        assertThat(read.generations).isEmpty();
        assertThat(read.toCollect).isEmpty();
        assertThat(read.rejections)
                .containsExactly(
                        "1:gen_ai.response.id: expected the id of a generation, found none");
    }

    @Test
    void takesTheIdOfTheResourceForASpanThatStatesACostAndNoId() {
        String trace =
                "{\"key\":\"openrouter.trace.id\",\"value\":{\"stringValue\":\"" + ID + "\"}}";
        ReadContents read =
                read(
                        "{\"resourceSpans\":[{\"resource\":{\"attributes\":["
                                + trace
                                + "]},\"scopeSpans\":[{\"spans\":["
                                + span("", SPENT)
                                + ","
                                + span("")
                                + "]}]}]}");

        assertThat(read.generations)
                .singleElement()
                .satisfies(generation -> {
                    assertThat(generation.id()).hasToString(ID);
                    assertThat(generation)
                            .isEqualTo(
                                    BroadcastReader.decode(
                                            new DocumentInput(read.documents.get(0))));
                });
    }

    @Test
    void spansOfAnotherProgramAreRefusedUnlessSomeAreOpenRouters() {
        String foreign =
                "{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"app\"}}]},"
                    + "\"scopeSpans\":[{\"scope\":{\"name\":\"openai\"},\"spans\":["
                        + span(ID, SPENT)
                        + "]}]}";
        String alone = "{\"resourceSpans\":[" + foreign + "]}";
        ReadContents read = read(alone);

        assertThat(read.generations).isEmpty();
        assertThat(read.rejections)
                .singleElement()
                .asString()
                .startsWith("1:: expected spans of OpenRouter's Broadcast");
        assertThat(read.rejectedText()).isEqualTo(alone);

        String other = "gen-1790606298-6JSFeW7zs6W0v5Pu8ZJE";
        ReadContents mixed =
                read(
                        delivery(span(other, SPENT))
                                .replace(
                                        "{\"resourceSpans\":[",
                                        "{\"resourceSpans\":[" + foreign + ","));
        assertThat(mixed.rejections).isEmpty();
        assertThat(mixed.generations)
                .extracting(generation -> generation.id().value())
                .containsExactly(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ts\":1,\"body\":%s}",
                "{\"headers\":{\"authorization\":\"Bearer secret\"},\"payload\":%s,\"x\":[1]}",
                "{\"request\":{\"method\":\"POST\",\"body\":%s}}",
                "{\"data\":{\"json\":%s}}"
            })
    void readsTheBodyInAWebhooksLog(String entry) {
        String delivery = delivery(span(ID, SPENT));
        String text = '"' + delivery.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        for (String body : List.of(delivery, text)) {
            String document = entry.formatted(body);
            ReadContents read = read(document);

            assertThat(BroadcastReader.isDelivery(document.getBytes(UTF_8))).isTrue();
            assertThat(read.generations).hasSize(1);
            assertThat(read.documentTexts().get(0)).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"gen-1\",\"usage\":{}}",
                "{\"choices\":[{\"message\":{\"content\":\"resourceSpans\"}}]}",
                "{\"resourceSpans\":1}",
                "{\"resourceSpans\":[",
                "[]",
                "",
                "{\"body\":\"{\\\"resourceSpans\\\":\"}"
            })
    void otherDocumentsAreNoDelivery(String document) {
        assertThat(BroadcastReader.isDelivery(document.getBytes(UTF_8))).isFalse();
        assertThat(read(document).rejections).hasSize(1);
        assertThat(read(document).rejectedText()).isEqualTo(document);
    }

    @Test
    void aDeliveryThatWasCutOffIsRefusedAsAWhole() {
        String delivery = FIELD.lines().findFirst().orElseThrow();
        for (int length = 1; length < delivery.length(); length += 97) {
            ReadContents read = read(delivery.substring(0, length));

            assertThat(read.generations).isEmpty();
            assertThat(read.rejections)
                    .singleElement()
                    .asString()
                    .startsWith("1:: expected a delivery of Broadcast");
            assertThat(read.rejectedText()).hasSize(length);
        }
    }

    @Test
    void readsADeliveryOfThousandsOfSpans() {
        String delivery =
                delivery(
                        IntStream.range(0, 5_000)
                                .mapToObj(i ->
                                        span("gen-1790606294-" + "%020d".formatted(i), SPENT)
                                                + ","
                                                + span(
                                                        "gen-1790606294-"
                                                                + "%020d".formatted(i)
                                                                + ":attempt-0"))
                                .toArray(String[]::new));

        assertThat(read(delivery).generations).hasSize(5_000);
    }

    @Test
    void namesTheLineOfASpan() {
        String delivery =
                delivery("\n" + span(ID, SPENT), "\n" + span(ID.replace("sdY", "abc"), SPENT));
        ReadContents contents = new ReadContents();
        readTo(contents, delivery, 7);

        assertThat(contents.lines).containsExactly(8L, 9L);
    }

    /** OTLP has each key once; which value is right cannot be said. */
    @Test
    void refusesAnAttributeWithTwoValues() {
        ReadContents read =
                read(delivery(span(ID, SPENT, "gen_ai.usage.total_cost=d:0.99", SPENT)));

        assertThat(read.generations).isEmpty();
        assertThat(read.rejections)
                .containsExactly("1:gen_ai.usage.total_cost: expected one value, found several");
        assertThat(read(delivery(span(ID, SPENT, SPENT))).generations).hasSize(1);
    }

    /** A span; attributes as {@code key=type:value}. */
    private static String span(String id, String... attributes) {
        List<String> all = new ArrayList<>(List.of(attributes));
        if (!id.isEmpty()) {
            all.add("gen_ai.response.id=s:" + id);
        }
        return all.stream()
                .map(BroadcastReaderTest::attribute)
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"traceId\":\"0a\",\"startTimeUnixNano\":\"1790606294318000000\",\"attributes\":[",
                                "]}"));
    }

    private static String attribute(String text) {
        int sign = text.indexOf('=');
        String value = text.substring(sign + 3);
        String typed =
                switch (text.charAt(sign + 1)) {
                    case 'i' -> "\"intValue\":" + value;
                    case 'n' -> "\"intValue\":\"" + value + '"';
                    case 'd' -> "\"doubleValue\":" + value;
                    case 'x' -> "\"doubleValue\":\"" + value + '"';
                    case 'b' -> "\"boolValue\":" + value;
                    default -> "\"stringValue\":\"" + value + '"';
                };
        return "{\"key\":\"" + text.substring(0, sign) + "\",\"value\":{" + typed + "}}";
    }

    private static String delivery(String... spans) {
        return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\","
                + "\"value\":{\"stringValue\":\"openrouter\"}}]},\"scopeSpans\":[{\"scope\":"
                + "{\"name\":\"openrouter\"},\"spans\":["
                + String.join(",", spans)
                + "]}]}]}";
    }

    private static ReadContents readLines(String deliveries) {
        ReadContents contents = new ReadContents();
        deliveries.lines().forEach(delivery -> readTo(contents, delivery, 1));
        return contents;
    }

    private static ReadContents read(String delivery) {
        ReadContents contents = new ReadContents();
        readTo(contents, delivery, 1);
        return contents;
    }

    private static void readTo(ReadContents contents, String delivery, long line) {
        try {
            BroadcastReader.read(
                    delivery.getBytes(UTF_8), line, () -> ReadContents.RECEIVED, contents);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Optional<UsdAmount> amount(String text) {
        return Optional.of(UsdAmount.of(text));
    }
}
