package io.genledger.adapter.http.simulator.generated;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Writes the document of a generation: the 45 documented fields, null where unknown (OPENROUTER.md
 * §3.1).
 */
final class DocumentWriter {

    private static final List<String> APPS =
            List.of(
                    "https://chat.example/",
                    "https://agent.example/",
                    "https://batch.example/",
                    "");
    private static final int FIRST_APP = 100_001;
    private static final int USERS = 200;
    private static final int SESSIONS = 5000;
    private static final long SECONDS_PER_HOUR = 3600;

    private final String id;
    private final Instant second;
    private final GenerationKind kind;
    private final Sample sample;
    private final Bill bill;
    private final RandomGenerator random;

    DocumentWriter(
            String id,
            Instant second,
            GenerationKind kind,
            Sample sample,
            Bill bill,
            RandomGenerator random) {
        this.id = id;
        this.second = second;
        this.kind = kind;
        this.sample = sample;
        this.bill = bill;
        this.random = random;
    }

    String write() {
        JsonFields data = new JsonFields();
        identity(data);
        caller(data);
        route(data);
        completion(data);
        tokens(data);
        money(data);
        return "{\"data\":" + data.json() + "}";
    }

    private void identity(JsonFields data) {
        data.text("id", id)
                .text("upstream_id", sometimes(80, "chatcmpl-" + hex()))
                .text("request_id", "req-" + second.getEpochSecond() + "-" + hex())
                .text("session_id", sometimes(40, "session-" + random.nextInt(SESSIONS)))
                .text("response_cache_source_id", source())
                .text("created_at", second.plusMillis(1 + random.nextInt(999)).toString());
    }

    /** The replayed generation is an hour older and not among the generated ones. */
    private Optional<String> source() {
        long then = second.getEpochSecond() - SECONDS_PER_HOUR;
        return kind == GenerationKind.REPLAYED
                ? Optional.of("gen-" + then + "-0000" + hex())
                : Optional.empty();
    }

    private void caller(JsonFields data) {
        int app = random.nextInt(APPS.size());
        String origin = APPS.get(app);
        data.text("origin", origin)
                .text("http_referer", origin.isEmpty() ? Optional.empty() : Optional.of(origin))
                .text("user_agent", sometimes(50, "OpenAI/Python 1.99.1"))
                .text("external_user", sometimes(30, "user-" + random.nextInt(USERS)))
                .none("workspace_id", "preset_id");
        if (origin.isEmpty()) {
            data.none("app_id");
        } else {
            data.number("app_id", FIRST_APP + app);
        }
    }

    private void route(JsonFields data) {
        data.text("model", sample.model().slug())
                .text("api_type", "completions")
                .text("router", sometimes(3, "openrouter/auto"))
                .text("service_tier", sometimes(2, "flex"))
                .text("data_region", "global")
                .none("web_search_engine")
                .text("provider_name", sample.model().provider())
                .raw("provider_responses", attempts());
    }

    private String attempts() {
        String success = attempt(sample.model().provider(), kind.isCancelled() ? 499 : 200);
        return switch (kind) {
            case FELL_BACK -> "[" + attempt("Azure", 429) + "," + success + "]";
            case INSURED -> "[" + attempt(sample.model().provider(), 502) + "]";
            case REPLAYED -> "[]";
            default -> "[" + success + "]";
        };
    }

    private String attempt(String provider, int status) {
        return new JsonFields()
                .text("endpoint_id", new UUID(random.nextLong(), random.nextLong()).toString())
                .flag("is_byok", bill.byok())
                .number("latency", 100 + random.nextInt(2000))
                .text("model_permaslug", sample.model().slug())
                .text("provider_name", provider)
                .number("status", status)
                .json();
    }

    private void completion(JsonFields data) {
        Optional<String> reason =
                kind.isCancelled() || !sample.hasFinish()
                        ? Optional.empty()
                        : Optional.of(kind == GenerationKind.INSURED ? "error" : sample.finish());
        long perToken = 5L + random.nextInt(20);
        data.flag("streamed", true)
                .flag("cancelled", kind.isCancelled())
                .text("finish_reason", reason.map(DocumentWriter::normalized))
                .text("native_finish_reason", reason)
                .number("latency", 200 + random.nextInt(3000))
                .none("moderation_latency")
                .number("generation_time", perToken * sample.completion());
    }

    private static String normalized(String reason) {
        return reason.equals("RECITATION") ? "content_filter" : reason.toLowerCase(Locale.ROOT);
    }

    private void tokens(JsonFields data) {
        boolean noTokens = kind == GenerationKind.INSURED;
        data.number("tokens_prompt", sample.normalizedPrompt())
                .number("tokens_completion", noTokens ? 0 : sample.normalizedCompletion())
                .number("native_tokens_prompt", sample.prompt())
                .number("native_tokens_completion", noTokens ? 0 : sample.completion())
                .number("native_tokens_reasoning", noTokens ? 0 : sample.reasoning())
                .number("native_tokens_cached", bill.cachedTokens())
                .none(
                        "native_tokens_completion_images",
                        "num_media_prompt",
                        "num_input_audio_prompt",
                        "num_media_completion",
                        "num_search_results",
                        "num_fetches");
    }

    private void money(JsonFields data) {
        data.flag("is_byok", bill.byok())
                .usd("usage", bill.usage())
                .usd("total_cost", bill.usage())
                .usd("upstream_inference_cost", bill.upstream())
                .usd("cache_discount", bill.cacheDiscount());
    }

    private Optional<String> sometimes(int percent, String text) {
        return random.nextInt(100) < percent ? Optional.of(text) : Optional.empty();
    }

    /** 16 random hexadecimal digits. */
    private String hex() {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }
}
