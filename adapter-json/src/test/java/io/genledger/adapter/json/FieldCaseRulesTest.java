package io.genledger.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.ports.document.MetadataDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules on documents that people really have: figures untouched, names and ids replaced. */
class FieldCaseRulesTest {

    /** An agent's acceptance log, 2026-09-16. */
    private static final String SPEECH_TO_TEXT_PRICE =
            """
            {"generation_id":"gen-stt-1789588875-CPMsLUsRysv08ZU8jZSf",
            "model":"microsoft/mai-transcribe-2",
            "text":"The purple lantern is on the wooden table.","language":"en","duration":2.16,
            "usage":{"seconds":3,"cost":0.00008333333333333333}}
            """;

    /** The same log, 2026-09-23. */
    private static final String SPEECH_TO_TEXT =
            """
            {"generation_id":"gen-stt-1790153685-a1Wf86PuiN3sOXa9kfR4",
            "model":"qwen/qwen3-asr-0.6b","text":"(4,307 characters)",
            "usage":{"cost":0.00099151749}}
            """;

    /** The record of the first; its wrapper is made. */
    private static final String SPEECH_TO_TEXT_RECORD =
            """
            {"data":{"id":"gen-stt-1789588875-CPMsLUsRysv08ZU8jZSf","api_type":"stt",
            "model":"microsoft/mai-transcribe-2","created_at":"2026-09-16T20:01:15.500Z",
            "is_byok":false,"usage":0.00008333333333333333,"total_cost":0.00008333333333333333,
            "upstream_inference_cost":0,"native_tokens_prompt":0,"native_tokens_completion":0,
            "finish_reason":null}}
            """;

    /** A recorded debate, 2026-08-08: a search makes the 0.007 above the upstream cost. */
    private static final String SEARCH_FEE =
            """
            {"id":"gen-1786231549-ezBch6AtPHp2yro1s4Er","object":"chat.completion",
            "model":"openai/gpt-5.6-terra","provider":"Azure","choices":[{"index":0,
            "finish_reason":"stop"}],"usage":{"prompt_tokens":12521,"completion_tokens":627,
            "total_tokens":13148,"cost":0.05553125,"is_byok":false,
            "prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":12518,
            "audio_tokens":0,"video_tokens":0},
            "cost_details":{"upstream_inference_cost":0.04853125,
            "upstream_inference_prompt_cost":0.03912625,
            "upstream_inference_completions_cost":0.009405},
            "completion_tokens_details":{"reasoning_tokens":186,"image_tokens":0,
            "audio_tokens":0}}}
            """;

    /** The same debate; the search had no result. */
    private static final String SEARCH_FEE_WITHOUT_RESULT =
            """
            {"id":"gen-1786231562-OiCEZVWNy6dwzZk7uE0a","object":"chat.completion",
            "model":"openai/gpt-5.6-terra","provider":"Azure","choices":[{"index":0,
            "finish_reason":"stop"}],"usage":{"prompt_tokens":12323,"completion_tokens":611,
            "total_tokens":12934,"cost":0.0546725,"is_byok":false,
            "prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":12320,
            "audio_tokens":0,"video_tokens":0},
            "cost_details":{"upstream_inference_cost":0.0476725,
            "upstream_inference_prompt_cost":0.0385075,
            "upstream_inference_completions_cost":0.009165},
            "completion_tokens_details":{"reasoning_tokens":62,"image_tokens":0,
            "audio_tokens":0}}}
            """;

    /** A billing recovery, 2026-09; the ids are made. */
    private static final String CUT_OFF =
            """
            {"data":{"id":"gen-1789000000-cccccccccccccccccccc",
            "upstream_id":"chatcmpl-aborted","total_cost":0.00932526,"usage":0.00932526,
            "is_byok":false,"cancelled":false,"finish_reason":null,"native_finish_reason":null,
            "generation_time":298295,"native_tokens_prompt":76866,
            "native_tokens_completion":13374,"provider_responses":[{"id":"chatcmpl-aborted",
            "status":499}]}}
            """;

    /** 2026-08-21. */
    private static final String BYOK_IMAGE =
            """
            {"generation_id":"gen-img-1787315324-mf0eyF1qKxxS42h1pzy4",
            "model":"openai/gpt-image-2","created":1787315343,"data":[{"b64_json":"AAAA",
            "media_type":"image/png"}],"usage":{"cost":0,"is_byok":true,
            "cost_details":{"upstream_inference_cost":0.014237}}}
            """;

    /** 2026-09; the id is made. */
    private static final String SERVER_TOOL =
            """
            {"id":"gen-1790700000-gggggggggggggggggggg","object":"chat.completion",
            "model":"deepseek/deepseek-v4.1-flash","choices":[{"index":0,"finish_reason":"stop",
            "message":{"role":"assistant","content":"…","annotations":[{"type":"url_citation",
            "url_citation":{"url":"https://example.com/a","title":"A","start_index":0,
            "end_index":0}}]}}],"usage":{"prompt_tokens":4784,"completion_tokens":221,
            "cost":0.003474608,"is_byok":false,
            "cost_details":{"upstream_inference_cost":0.001474608},
            "server_tool_use_details":{"web_search_requests":2,"tool_calls_requested":2,
            "tool_calls_executed":2}}}
            """;

    /** Made after the SDK's release notes of 2026-11-04. */
    private static final String TOOL_INVOCATION =
            """
            {"data":{"id":"gen-1793793600-hhhhhhhhhhhhhhhhhhhh","api_type":"tools_invoke",
            "model":"openrouter/web-search","created_at":"2026-11-04T12:00:00.000Z",
            "is_byok":false,"streamed":false,"cancelled":false,"finish_reason":null,
            "native_finish_reason":null,"native_tokens_prompt":0,"native_tokens_completion":0,
            "usage":0.005,"total_cost":0.005,"upstream_inference_cost":0,
            "provider_responses":[{"status":null}]}}
            """;

    private static Generation decoded(String json) {
        return new JacksonDocumentDecoder()
                .decode(
                        new MetadataDocument(
                                Optional.empty(),
                                json.getBytes(StandardCharsets.UTF_8),
                                Instant.parse("2026-11-05T00:00:00Z")));
    }

    private static List<String> codes(Generation generation) {
        return Assessment.of(generation).findings().stream().map(Finding::code).toList();
    }

    private static Optional<UsdAmount> spend(Generation generation) {
        return Assessment.of(generation).spend().knownAmount();
    }

    private static Optional<UsdAmount> usd(String amount) {
        return Optional.of(UsdAmount.of(amount));
    }

    @Test
    void aTranscriptionKeepsEveryDigitAndOnlyTheFinerAmountIsFound() {
        Generation fine = decoded(SPEECH_TO_TEXT_PRICE);
        Generation coarse = decoded(SPEECH_TO_TEXT);

        assertThat(spend(fine)).isEqualTo(usd("0.00008333333333333333"));
        assertThat(spend(coarse)).isEqualTo(usd("0.00099151749"));
        assertThat(Posting.of(fine).spend().orElseThrow().plus(spend(coarse).orElseThrow()))
                .isEqualTo(UsdAmount.of("0.001074850823"));
        assertThat(codes(fine)).containsExactly("amount-finer-than-ledger", "provisional-amounts");
        assertThat(codes(coarse)).containsExactly("provisional-amounts");
        assertThat(fine.nativeTokens().completion()).isEmpty();
    }

    @Test
    void aTranscriptionIsNoInsuredCompletion() {
        assertThat(codes(decoded(SPEECH_TO_TEXT_RECORD)))
                .containsExactly("amount-finer-than-ledger");
    }

    @Test
    void aSearchFeeIsInTheCostAndTheUpstreamIsNotAdded() {
        assertThat(spend(decoded(SEARCH_FEE))).isEqualTo(usd("0.05553125"));
        assertThat(spend(decoded(SEARCH_FEE_WITHOUT_RESULT))).isEqualTo(usd("0.0546725"));
        for (String document : List.of(SEARCH_FEE, SEARCH_FEE_WITHOUT_RESULT)) {
            assertThat(decoded(document).charges().cacheDiscount()).isEmpty();
            assertThat(codes(decoded(document))).containsExactly("provisional-amounts");
        }
    }

    @Test
    void whatTheClientCutOffIsChargedAndNotInsured() {
        Generation cutOff = decoded(CUT_OFF);

        assertThat(spend(cutOff)).isEqualTo(usd("0.00932526"));
        assertThat(cutOff.wasCutOff()).isTrue();
        assertThat(cutOff.isInsured()).isFalse();
        assertThat(codes(cutOff)).isEmpty();
    }

    /** August 2026 has two plans, so that its fees are not judged; a zero needs no judgement. */
    @Test
    void aByokImageIsWithinTheAllowance() {
        Generation image = decoded(BYOK_IMAGE);

        assertThat(spend(image)).isEqualTo(usd("0.014237"));
        assertThat(Assessment.of(image).zeroReason()).contains(ZeroReason.BYOK_ALLOWANCE);
        assertThat(codes(image)).containsExactly("provisional-amounts");
    }

    @Test
    void aServerToolIsInTheCostAndItsUseIsKept() {
        Generation searched = decoded(SERVER_TOOL);

        assertThat(spend(searched)).isEqualTo(usd("0.003474608"));
        assertThat(searched.shape().unknown())
                .containsEntry(
                        "usage.server_tool_use_details",
                        "{\"web_search_requests\":2,\"tool_calls_requested\":2,\"tool_calls_executed\":2}");
        assertThat(codes(searched)).containsExactly("provisional-amounts");
    }

    @Test
    void anUnknownKindIsJudgedByNoRuleOfText() {
        Generation invoked = decoded(TOOL_INVOCATION);
        ProviderAttempt attempt = invoked.routing().attempts().get(0);

        assertThat(spend(invoked)).isEqualTo(usd("0.005"));
        assertThat(codes(invoked)).isEmpty();
        assertThat(attempt.succeeded()).isFalse();
        assertThat(attempt.failed()).isFalse();
    }
}
