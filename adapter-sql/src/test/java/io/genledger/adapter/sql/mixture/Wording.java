package io.genledger.adapter.sql.mixture;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The ways in which one generation is documented, from the one that counts least. */
enum Wording {
    /** The stream of a chat completion, cut off before its figures. */
    CUT_CHUNKS,
    CHAT_BODY,
    CHAT_CHUNKS,
    RESPONSES_EVENTS,
    MESSAGES_EVENTS,
    /** A saved HTTP exchange, whose body has no id. */
    EXCHANGE,
    /** An HTTP archive with such an exchange. */
    HAR,
    BROADCAST,
    ACTIVITY_ROW,
    SDK_RECORD,
    RECORD,
    /** The record, returned by its id. */
    COLLECTED;

    /** The columns of the rows. */
    static final String HEADER =
            "generation_id,created_at,cost_total,cost_web_search,cost_cache,cost_file_processing,"
                    + "byok_usage_inference,tokens_prompt,tokens_completion,tokens_reasoning,"
                    + "tokens_cached,model_permaslug,provider_name,variant,cancelled,streamed,user,"
                    + "finish_reason_raw,finish_reason_normalized,generation_time_ms,"
                    + "time_to_first_token_ms,app_name,api_key_name,api_key_disabled\n";

    private static final DateTimeFormatter IN_CSV =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    boolean isRecord() {
        return compareTo(SDK_RECORD) >= 0;
    }

    /** Whether it states the figures of an inline usage. */
    boolean isInline() {
        return this != CUT_CHUNKS && compareTo(HAR) <= 0;
    }

    /** Whether it stands in a file or a response of its own. */
    boolean isWholeFile() {
        return this == HAR || this == COLLECTED;
    }

    /** What it states of {@code call}: lines of a file. */
    String of(Call call) {
        return switch (this) {
            case CUT_CHUNKS -> chunk(call, "null", "");
            case CHAT_BODY -> body(call) + '\n';
            case CHAT_CHUNKS ->
                    chunk(call, "null", "")
                            + ": OPENROUTER PROCESSING\n\n"
                            + chunk(call, "\"stop\"", "")
                            + chunk(call, "null", ",\"usage\":" + chatUsage(call))
                            + "data: [DONE]\n\n";
            case RESPONSES_EVENTS -> responses(call);
            case MESSAGES_EVENTS -> messages(call);
            case EXCHANGE ->
                    "HTTP/2 200\nx-generation-id: %s\n\n%s\n"
                            .formatted(call.id().value(), bodyWithoutId(call));
            case HAR -> har(call);
            case BROADCAST -> broadcast(call) + '\n';
            case ACTIVITY_ROW -> row(call);
            case SDK_RECORD -> sdk(call) + '\n';
            case RECORD, COLLECTED -> record(call, Optional.empty()) + '\n';
        };
    }

    /** The record, of a request if one is given. */
    static String record(Call call, Optional<String> request) {
        return """
               {"data":{"id":"%s","created_at":"%s","model":"%s","provider_name":"%s","is_byok":%b,\
               "usage":%s,"total_cost":%s,"upstream_inference_cost":%s,"cache_discount":null,\
               "native_tokens_prompt":%d,"native_tokens_completion":%d,\
               "native_tokens_reasoning":%d,"native_tokens_cached":%d,"finish_reason":"stop",\
               "request_id":%s,"session_id":%s}}"""
                .formatted(
                        call.id().value(),
                        call.created(),
                        call.model(),
                        call.provider(),
                        call.isByok(),
                        call.credits().toPlainString(),
                        call.credits().toPlainString(),
                        call.upstream().toPlainString(),
                        call.prompt(),
                        call.completion(),
                        call.reasoning(),
                        call.cached(),
                        request.map(id -> '"' + id + '"').orElse("null"),
                        request.map(id -> "\"session of " + id + '"').orElse("null"));
    }

    private static String sdk(Call call) {
        return """
               {"id":"%s","createdAt":"%s","model":"%s","providerName":"%s","isByok":%b,\
               "usage":%s,"totalCost":%s,"upstreamInferenceCost":%s,"cacheDiscount":null,\
               "nativeTokensPrompt":%d,"nativeTokensCompletion":%d,"nativeTokensReasoning":%d,\
               "nativeTokensCached":%d,"finishReason":"stop","requestId":null,"sessionId":null}"""
                .formatted(
                        call.id().value(),
                        call.created(),
                        call.model(),
                        call.provider(),
                        call.isByok(),
                        call.credits().toPlainString(),
                        call.credits().toPlainString(),
                        call.upstream().toPlainString(),
                        call.prompt(),
                        call.completion(),
                        call.reasoning(),
                        call.cached());
    }

    private static String body(Call call) {
        return "{\"id\":\"%s\",\"object\":\"chat.completion\",".formatted(call.id().value())
                + bodyWithoutId(call).substring(1);
    }

    private static String bodyWithoutId(Call call) {
        return """
               {"created":%d,"model":"%s","provider":"%s",\
               "choices":[{"finish_reason":"stop","message":{"content":"{}"}}],"usage":%s}"""
                .formatted(
                        call.created().getEpochSecond(),
                        call.model(),
                        call.provider(),
                        chatUsage(call));
    }

    private static String chatUsage(Call call) {
        return """
               {"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,\
               "prompt_tokens_details":{"cached_tokens":%d},\
               "completion_tokens_details":{"reasoning_tokens":%d},%s}"""
                .formatted(
                        call.prompt(),
                        call.completion(),
                        call.prompt() + call.completion(),
                        call.cached(),
                        call.reasoning(),
                        charges(call));
    }

    /** Inline usage repeats the price as the upstream cost of a call that is not BYOK. */
    private static String charges(Call call) {
        return "\"cost\":%s,\"is_byok\":%b,\"cost_details\":{\"upstream_inference_cost\":%s}"
                .formatted(
                        call.credits().toPlainString(),
                        call.isByok(),
                        (call.isByok() ? call.upstream() : call.credits()).toPlainString());
    }

    private static String chunk(Call call, String finishReason, String usage) {
        return """
               data: {"id":"%s","object":"chat.completion.chunk","created":%d,"model":"%s",\
               "provider":"%s","choices":[{"index":0,"delta":{"content":"x"},\
               "finish_reason":%s}]%s}

               """
                .formatted(
                        call.id().value(),
                        call.created().getEpochSecond(),
                        call.model(),
                        call.provider(),
                        finishReason,
                        usage);
    }

    private static String responses(Call call) {
        String response =
                "{\"id\":\"%s\",\"object\":\"response\",\"created_at\":%d,\"model\":\"%s\",\"provider\":\"%s\",\"usage\":"
                        .formatted(
                                call.id().value(),
                                call.created().getEpochSecond(),
                                call.model(),
                                call.provider());
        return """
               event: response.created
               data: {"type":"response.created","response":%snull}}

               event: response.completed
               data: {"type":"response.completed","response":%s{"input_tokens":%d,\
               "output_tokens":%d,"input_tokens_details":{"cached_tokens":%d},\
               "output_tokens_details":{"reasoning_tokens":%d},%s}}}

               """
                .formatted(
                        response,
                        response,
                        call.prompt(),
                        call.completion(),
                        call.cached(),
                        call.reasoning(),
                        charges(call));
    }

    private static String messages(Call call) {
        String input =
                "\"input_tokens\":%d,\"cache_read_input_tokens\":%d,\"cache_creation_input_tokens\":0"
                        .formatted(call.prompt() - call.cached(), call.cached());
        return """
               event: message_start
               data: {"type":"message_start","message":{"id":"%s","type":"message","model":"%s",\
               "provider":"%s","usage":{%s,"output_tokens":1}}}

               event: message_delta
               data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{%s,\
               "output_tokens":%d,"output_tokens_details":{"thinking_tokens":%d},%s}}

               event: message_stop
               data: {"type":"message_stop"}

               """
                .formatted(
                        call.id().value(),
                        call.model(),
                        call.provider(),
                        input,
                        input,
                        call.completion(),
                        call.reasoning(),
                        charges(call));
    }

    private static String har(Call call) {
        return """
               {"log":{"version":"1.2","entries":[{"request":{"method":"POST",\
               "url":"https://openrouter.ai/api/v1/chat/completions"},"response":{"status":200,\
               "headers":[{"name":"X-Generation-Id","value":"%s"}],"content":{\
               "mimeType":"application/json","text":"%s"}}}]}}"""
                .formatted(call.id().value(), bodyWithoutId(call).replace("\"", "\\\""));
    }

    private static String broadcast(Call call) {
        String key = "{\"key\":\"%s\",\"value\":{\"%s\":%s}}";
        String attempts =
                "[{\\\"provider_name\\\":\\\"%s\\\",\\\"status\\\":200,\\\"is_byok\\\":%b}]"
                        .formatted(call.provider(), call.isByok());
        String attributes =
                String.join(
                        ",",
                        key.formatted("gen_ai.response.id", "stringValue", quoted(call.id().value())),
                        key.formatted("gen_ai.response.model", "stringValue", quoted(call.model())),
                        key.formatted(
                                "trace.metadata.openrouter.provider_name",
                                "stringValue",
                                quoted(call.provider())),
                        key.formatted("gen_ai.usage.input_tokens", "intValue", call.prompt()),
                        key.formatted("gen_ai.usage.output_tokens", "intValue", call.completion()),
                        key.formatted(
                                "gen_ai.usage.output_tokens.reasoning",
                                "intValue",
                                call.reasoning()),
                        key.formatted(
                                "gen_ai.usage.input_tokens.cached", "intValue", call.cached()),
                        key.formatted(
                                "gen_ai.usage.total_cost",
                                "doubleValue",
                                call.credits().toPlainString()),
                        key.formatted(
                                "trace.metadata.openrouter_generation.usage_upstream",
                                "doubleValue",
                                call.upstream().toPlainString()),
                        key.formatted(
                                "trace.metadata.provider_responses",
                                "stringValue",
                                quoted(attempts)));
        return """
               {"resourceSpans":[{"resource":{"attributes":[]},"scopeSpans":[{"spans":[{\
               "traceId":"9b1de41a703bf6c7f0831bba77573c3e","spanId":"9b1de41a703bf6c7",\
               "name":"LLM Generation","startTimeUnixNano":"%d000000","attributes":[%s]}]}]}]}"""
                .formatted(call.created().toEpochMilli(), attributes);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String row(Call call) {
        return "%s,%s,%s,,,,%s,%d,%d,%d,%d,%s-20260709,%s,standard,false,true,,stop,stop,9,9,App,key,false%n"
                .formatted(
                        call.id().value(),
                        IN_CSV.format(call.created()),
                        Call.cut(call.credits()).toPlainString(),
                        Call.cut(call.upstream()).toPlainString(),
                        call.prompt(),
                        call.completion(),
                        call.reasoning(),
                        call.cached(),
                        call.model(),
                        call.provider());
    }
}
