package io.genledger.app.cli.report;

import java.math.BigDecimal;
import java.util.Collection;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds up raw documents by the formula of OPENROUTER.md §4.1, without any code of Genledger's. */
public record IndependentSum(
        BigDecimal spend,
        BigDecimal credits,
        BigDecimal upstream,
        BigDecimal cache,
        Tokens tokens) {

    /** Native counts. */
    public record Tokens(long prompt, long completion, long reasoning, long cached) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    public static IndependentSum of(Collection<byte[]> documents) {
        BigDecimal credits = BigDecimal.ZERO;
        BigDecimal upstream = BigDecimal.ZERO;
        BigDecimal cache = BigDecimal.ZERO;
        long prompt = 0;
        long completion = 0;
        long reasoning = 0;
        long cached = 0;
        for (byte[] document : documents) {
            JsonNode data = JSON.readTree(document).path("data");
            credits = credits.add(number(data, data.has("usage") ? "usage" : "total_cost"));
            if (data.path("is_byok").asBoolean(false)) {
                upstream = upstream.add(number(data, "upstream_inference_cost"));
            }
            cache = cache.add(number(data, "cache_discount"));
            prompt += count(data, "native_tokens_prompt");
            completion += count(data, "native_tokens_completion");
            reasoning += count(data, "native_tokens_reasoning");
            cached += count(data, "native_tokens_cached");
        }
        return new IndependentSum(
                credits.add(upstream),
                credits,
                upstream,
                cache,
                new Tokens(prompt, completion, reasoning, cached));
    }

    private static long count(JsonNode data, String field) {
        return number(data, field).longValueExact();
    }

    private static BigDecimal number(JsonNode data, String field) {
        return data.path(field).isNumber() ? data.path(field).decimalValue() : BigDecimal.ZERO;
    }
}
