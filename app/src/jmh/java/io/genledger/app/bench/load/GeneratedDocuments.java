package io.genledger.app.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Documents in OpenRouter's form of 2026, spread over one year, with random values whose
 * distributions follow the recorded ones: 5 % BYOK, 40 apps, 5,000 users.
 */
final class GeneratedDocuments {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final long YEAR_SECONDS = 365 * 86_400;

    /**
     * Fewer documents take the first part of the year, so that a quarter of an hour has as many.
     */
    private static final int OF_YEAR = 1_000_000;

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> PROVIDERS =
            List.of(
                    "OpenAI",
                    "Anthropic",
                    "Google",
                    "DeepInfra",
                    "Together",
                    "Fireworks",
                    "Azure",
                    "Amazon Bedrock",
                    "Novita",
                    "Infermatic");

    private static final String RECORDED =
            "/io/genledger/adapter/json/recorded/locodiff_generation_derived.ndjson";
    private static final Pattern MODEL = Pattern.compile("\"model\": \"([^\"]+)\"");

    private static final DateTimeFormatter IN_CSV =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** About as long as a short answer. */
    private static final String ANSWER =
            "An answer in some words, \\\"quoted\\\" once. ".repeat(16);

    /** The kinds of documents that state the same generations. */
    enum Kind {
        RECORD,
        CHAT,
        ACTIVITY
    }

    private final Kind kind;
    private final Random random;
    private final List<String> models = models();

    private GeneratedDocuments(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
    }

    /** The line before the documents of a kind; empty if there is none. */
    static String header(Kind kind) {
        return kind != Kind.ACTIVITY
                ? ""
                : "generation_id,created_at,cost_total,cost_web_search,cost_cache,"
                        + "cost_file_processing,byok_usage_inference,tokens_prompt,"
                        + "tokens_completion,tokens_reasoning,tokens_cached,model_permaslug,"
                        + "provider_name,variant,cancelled,streamed,user,finish_reason_raw,"
                        + "finish_reason_normalized,generation_time_ms,time_to_first_token_ms,"
                        + "app_name,api_key_name,api_key_disabled\n";
    }

    /** {@code count} documents in the order of their times; equal for equal arguments. */
    static Stream<byte[]> of(Kind kind, int count, long seed) {
        GeneratedDocuments documents = new GeneratedDocuments(kind, seed);
        int ofYear = Math.max(count, OF_YEAR);
        IntFunction<byte[]> document =
                i ->
                        documents
                                .document(START.plusSeconds(YEAR_SECONDS * i / ofYear), i)
                                .getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, count).mapToObj(document);
    }

    /** The models of a recorded benchmark, sorted. */
    private static List<String> models() {
        try (InputStream rows =
                Objects.requireNonNull(GeneratedDocuments.class.getResourceAsStream(RECORDED))) {
            return MODEL.matcher(new String(rows.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(model -> model.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String document(Instant second, int number) {
        int prompt = (int) Math.exp(8 + 1.3 * random.nextGaussian());
        int completion = (int) Math.exp(6 + 1.2 * random.nextGaussian());
        String reasoning = "" + (random.nextInt(10) < 4 ? completion / 3 : 0);
        String cached = "" + (random.nextInt(10) < 3 ? prompt / 2 : 0);
        boolean byok = random.nextInt(20) == 0;
        String cost =
                dollars(
                        prompt * oneOf(75L, 150L, 250L, 3_000L)
                                + completion * oneOf(600L, 1_000L, 15_000L));
        String credits = byok ? "0" : cost;
        String upstream = byok ? cost : "0";
        Instant created = second.plusMillis(random.nextInt(1000));
        String provider = PROVIDERS.get(random.nextInt(PROVIDERS.size()));
        int model = (int) (-Math.log(1 - random.nextDouble()) / 0.12);
        String name = models.get(Math.min(model, models.size() - 1));
        String id = "gen-%d-%s".formatted(second.getEpochSecond(), letters());
        Values values =
                new Values(
                        id,
                        created,
                        name,
                        provider,
                        byok,
                        credits,
                        upstream,
                        prompt,
                        completion,
                        reasoning,
                        cached);
        return switch (kind) {
            case RECORD -> record(values, number);
            case CHAT -> chat(values);
            case ACTIVITY -> row(values);
        };
    }

    /** What documents of all kinds state. */
    private record Values(
            String id,
            Instant created,
            String model,
            String provider,
            boolean byok,
            String credits,
            String upstream,
            int prompt,
            int completion,
            String reasoning,
            String cached) {}

    private String row(Values of) {
        return "%s,%s,%s,,,,%s,%d,%d,%s,%s,%s,%s,standard,false,true,user-%d,stop,stop,%d,%d,App %d,key,false"
                .formatted(
                        of.id,
                        IN_CSV.format(of.created),
                        cut(of.credits),
                        cut(of.upstream),
                        of.prompt,
                        of.completion,
                        of.reasoning,
                        of.cached,
                        of.model,
                        of.provider,
                        random.nextInt(5_000),
                        200 + random.nextInt(59_800),
                        200 + random.nextInt(8_800),
                        random.nextInt(40));
    }

    private static String cut(String amount) {
        int point = amount.indexOf('.');
        return point < 0 ? amount : amount.substring(0, Math.min(amount.length(), point + 7));
    }

    private static String chat(Values of) {
        return """
        {"id":"%s","provider":"%s","model":"%s","object":"chat.completion","created":%d,"choices":[\
        {"logprobs":null,"finish_reason":"stop","native_finish_reason":"stop","index":0,"message":\
        {"role":"assistant","content":"%s","refusal":null,"reasoning":null}}],"system_fingerprint":null,\
        "usage":{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,"cost":%s,"is_byok":%b,\
        "prompt_tokens_details":{"cached_tokens":%s,"audio_tokens":0},"cost_details":\
        {"upstream_inference_cost":%s},"completion_tokens_details":{"reasoning_tokens":%s,"image_tokens":0}}}\
        """
                .formatted(
                        of.id,
                        of.provider,
                        of.model,
                        of.created.getEpochSecond(),
                        ANSWER,
                        of.prompt,
                        of.completion,
                        of.prompt + of.completion,
                        of.credits,
                        of.byok,
                        of.cached,
                        of.byok ? of.upstream : of.credits,
                        of.reasoning);
    }

    private String record(Values of, int number) {
        return """
        {"data":{"id":"%s","upstream_id":"chatcmpl-%016x%016x","total_cost":%s,"cache_discount":null,\
        "upstream_inference_cost":%s,"created_at":"%s","model":"%s","app_id":%d,"streamed":true,"cancelled":false,\
        "provider_name":"%s","latency":%d,"moderation_latency":null,"generation_time":%d,"finish_reason":"stop",\
        "tokens_prompt":%d,"tokens_completion":%d,"native_tokens_prompt":%d,"native_tokens_completion":%d,\
        "native_tokens_completion_images":0,"native_tokens_reasoning":%s,"native_tokens_cached":%s,\
        "num_media_prompt":null,"num_input_audio_prompt":null,"num_media_completion":null,"num_search_results":null,\
        "num_fetches":null,"web_search_engine":null,"origin":"https://app%d.example/","usage":%s,"is_byok":%b,\
        "native_finish_reason":"stop","external_user":"user-%d","api_type":"completions","router":null,\
        "provider_responses":[{"status":200,"provider_name":"%s","latency":%d,"is_byok":%b}],\
        "user_agent":"agent/1.0","http_referer":null,"request_id":"req-%d-%s","session_id":"sess-%d",\
        "preset_id":null,"service_tier":null,"workspace_id":null,"data_region":"global",\
        "response_cache_source_id":null}}\
        """
                .formatted(
                        of.id,
                        random.nextLong(),
                        random.nextLong(),
                        of.credits,
                        of.upstream,
                        MILLISECONDS.format(of.created),
                        of.model,
                        random.nextInt(40),
                        of.provider,
                        200 + random.nextInt(8_800),
                        200 + random.nextInt(59_800),
                        of.prompt,
                        of.completion,
                        of.prompt,
                        of.completion,
                        of.reasoning,
                        of.cached,
                        random.nextInt(40),
                        of.credits,
                        of.byok,
                        random.nextInt(5_000),
                        of.provider,
                        200 + random.nextInt(8_800),
                        of.byok,
                        of.created.getEpochSecond(),
                        letters(),
                        number / 40);
    }

    private long oneOf(long... prices) {
        return prices[random.nextInt(prices.length)];
    }

    /** {@code nanos} 10^-9 US dollars as OpenRouter writes them: without zeros at the end. */
    private static String dollars(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    private String letters() {
        return random.ints(20, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
