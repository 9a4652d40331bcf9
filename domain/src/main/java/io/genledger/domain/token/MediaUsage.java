package io.genledger.domain.token;

import java.util.Optional;

/**
 * Counts of media, and of the results of tools (OPENROUTER.md §3.9).
 *
 * @param promptMedia {@code num_media_prompt}
 * @param promptAudio {@code num_input_audio_prompt}
 * @param completionMedia {@code num_media_completion}
 * @param searchResults {@code num_search_results}, of web search
 * @param fetches {@code num_fetches}, of web pages
 */
public record MediaUsage(
        Optional<ItemCount> promptMedia,
        Optional<ItemCount> promptAudio,
        Optional<ItemCount> completionMedia,
        Optional<ItemCount> searchResults,
        Optional<ItemCount> fetches) {

    /** No field is stated. */
    public static final MediaUsage UNREPORTED =
            new MediaUsage(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** The same with another {@code num_media_prompt}. */
    public MediaUsage withPromptMedia(long count) {
        return new MediaUsage(
                Optional.of(new ItemCount(count)),
                promptAudio,
                completionMedia,
                searchResults,
                fetches);
    }

    /** The same with another {@code num_input_audio_prompt}. */
    public MediaUsage withPromptAudio(long count) {
        return new MediaUsage(
                promptMedia,
                Optional.of(new ItemCount(count)),
                completionMedia,
                searchResults,
                fetches);
    }

    /** The same with another {@code num_media_completion}. */
    public MediaUsage withCompletionMedia(long count) {
        return new MediaUsage(
                promptMedia,
                promptAudio,
                Optional.of(new ItemCount(count)),
                searchResults,
                fetches);
    }

    /** The same with another {@code num_search_results}. */
    public MediaUsage withSearchResults(long count) {
        return new MediaUsage(
                promptMedia,
                promptAudio,
                completionMedia,
                Optional.of(new ItemCount(count)),
                fetches);
    }

    /** The same with another {@code num_fetches}. */
    public MediaUsage withFetches(long count) {
        return new MediaUsage(
                promptMedia,
                promptAudio,
                completionMedia,
                searchResults,
                Optional.of(new ItemCount(count)));
    }
}
