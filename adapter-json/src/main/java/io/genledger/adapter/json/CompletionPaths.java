package io.genledger.adapter.json;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.genledger.domain.generation.MetadataField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the body of a completion has what a record has. The APIs differ: chat completions and
 * embeddings count {@code prompt_tokens}, responses and messages {@code input_tokens}; a video has
 * an id of its own beside the generation's.
 */
final class CompletionPaths {

    /** The object with the figures. */
    static final String USAGE = "usage";

    /** The whole prompt, as a record counts it. */
    static final String PROMPT = "usage.prompt_tokens";

    /**
     * The prompt; in the messages API only what was neither read from a cache nor written to it.
     */
    static final String UNCACHED_PROMPT = "usage.input_tokens";

    /** What the messages API counts apart from {@link #UNCACHED_PROMPT}, and no other API has. */
    static final List<String> CACHED_PROMPT_PARTS =
            List.of("usage.cache_read_input_tokens", "usage.cache_creation_input_tokens");

    private static final Map<MetadataField, List<String>> PATHS =
            new EnumMap<>(
                    Map.ofEntries(
                            Map.entry(MetadataField.ID, List.of("generation_id", "id")),
                            Map.entry(MetadataField.CREATED_AT, List.of("created", "created_at")),
                            Map.entry(MetadataField.MODEL, List.of("model")),
                            Map.entry(MetadataField.PROVIDER_NAME, List.of("provider")),
                            Map.entry(
                                    MetadataField.FINISH_REASON,
                                    List.of("choices[0].finish_reason")),
                            Map.entry(
                                    MetadataField.NATIVE_FINISH_REASON,
                                    List.of("choices[0].native_finish_reason")),
                            Map.entry(
                                    MetadataField.NATIVE_TOKENS_PROMPT,
                                    List.of(PROMPT, UNCACHED_PROMPT)),
                            Map.entry(
                                    MetadataField.NATIVE_TOKENS_COMPLETION,
                                    List.of("usage.completion_tokens", "usage.output_tokens")),
                            Map.entry(
                                    MetadataField.NATIVE_TOKENS_REASONING,
                                    List.of(
                                            "usage.completion_tokens_details.reasoning_tokens",
                                            "usage.output_tokens_details.reasoning_tokens")),
                            Map.entry(
                                    MetadataField.NATIVE_TOKENS_CACHED,
                                    List.of(
                                            "usage.prompt_tokens_details.cached_tokens",
                                            "usage.input_tokens_details.cached_tokens",
                                            "usage.cache_read_input_tokens")),
                            Map.entry(
                                    MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES,
                                    List.of("usage.completion_tokens_details.image_tokens")),
                            Map.entry(MetadataField.IS_BYOK, List.of("usage.is_byok")),
                            Map.entry(MetadataField.USAGE, List.of("usage.cost")),
                            Map.entry(
                                    MetadataField.UPSTREAM_INFERENCE_COST,
                                    List.of("usage.cost_details.upstream_inference_cost"))));

    private static final Set<String> VALUES =
            Stream.concat(
                            PATHS.values().stream().flatMap(List::stream),
                            CACHED_PROMPT_PARTS.stream())
                    .collect(toUnmodifiableSet());

    private static final Set<String> OBJECTS =
            VALUES.stream()
                    .filter(path -> path.indexOf('.') > 0)
                    .flatMap(path ->
                            Stream.of(
                                    path.substring(0, path.indexOf('.')),
                                    path.substring(0, path.lastIndexOf('.'))))
                    .collect(toUnmodifiableSet());

    private CompletionPaths() {}

    /** Where {@code field} may stand, the best first. */
    static List<String> of(MetadataField field) {
        return PATHS.getOrDefault(field, List.of());
    }

    /** Whether a value stands at {@code path}. */
    static boolean isValue(String path) {
        return VALUES.contains(path);
    }

    /** Whether an object with values stands at {@code path}. */
    static boolean isObject(String path) {
        return OBJECTS.contains(path);
    }

    /** Whether {@code path} is a figure of {@code usage}, known or not. */
    static boolean isFigure(String path) {
        return path.startsWith(USAGE + '.');
    }
}
