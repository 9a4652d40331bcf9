package io.genledger.app.kill.serve;

import static java.util.stream.Collectors.joining;

import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import java.math.BigDecimal;
import java.util.List;

/**
 * One request of a client.
 *
 * @param path the path to which it is posted
 * @param body its body
 * @param generations what it is about
 */
record Sending(String path, String body, List<GeneratedGeneration> generations) {

    private static final String INTAKE = "/ledger/v1/generations";

    private static final String DELIVERY =
            """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":\
            {"stringValue":"openrouter"}}]},"scopeSpans":[{"scope":{"name":"openrouter"},\
            "spans":[\
            """;

    /** An id alone, as a line of text. */
    static Sending id(GeneratedGeneration one) {
        return new Sending(INTAKE, one.id(), List.of(one));
    }

    /** Some ids, as a JSON array. */
    static Sending batch(List<GeneratedGeneration> some) {
        return new Sending(
                INTAKE,
                some.stream().map(one -> '"' + one.id() + '"').collect(joining(",", "[", "]")),
                some);
    }

    /** The body of a completion, whose record is to be collected. */
    static Sending completion(GeneratedGeneration one) {
        return new Sending(
                INTAKE + "?track=true",
                """
                {"id":"%s","object":"chat.completion","created":1755676927,"model":"openai/gpt-4o",\
                "choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2,\
                "cost":%s}}
                """
                        .formatted(one.id(), cost(one).toPlainString()),
                List.of(one));
    }

    /** A delivery of Broadcast. */
    static Sending delivery(List<GeneratedGeneration> some) {
        return new Sending(
                "/ledger/v1/broadcast?track=true",
                some.stream().map(Sending::span).collect(joining(",", DELIVERY, "]}]}]}")),
                some);
    }

    private static String span(GeneratedGeneration one) {
        return """
        {"traceId":"%1$032x","spanId":"%1$016x","name":"LLM Generation","kind":3,\
        "startTimeUnixNano":"1790606294318000000","endTimeUnixNano":"1790606298041000000",\
        "attributes":[{"key":"trace.metadata.provider_responses","value":{"stringValue":\
        "[{\\"status\\":200,\\"is_byok\\":false}]"}},\
        {"key":"gen_ai.response.model","value":{"stringValue":"openai/gpt-4o"}},\
        {"key":"gen_ai.response.id","value":{"stringValue":"%2$s"}},\
        {"key":"gen_ai.usage.total_cost","value":{"doubleValue":%3$s}}]}\
        """
                .formatted(one.id().hashCode() & 0xffffffffL, one.id(), cost(one).toPlainString());
    }

    private static BigDecimal cost(GeneratedGeneration one) {
        return one.spend().orElse(BigDecimal.ZERO);
    }
}
