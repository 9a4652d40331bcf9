package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bodies of completions that OpenRouter really answered, or the last chunks of their streams, byte
 * for byte, with their provenance in {@code recorded/PROVENANCE.tsv}. Works from inside the
 * test-jar.
 */
public final class RecordedCompletions {

    private static final String FOLDER = "chat/";
    private static final String USAGES = "openrouter_chat_usage.ndjson";

    private RecordedCompletions() {}

    /**
     * One recorded completion.
     *
     * @param name its file name, with the line where the file has many
     */
    public record Completion(String name, String text) {

        /** The completion as the response to a request with {@link #givenId()}. */
        public MetadataDocument document() {
            return new MetadataDocument(
                    Optional.of(givenId()), text.getBytes(UTF_8), RecordedDocuments.RECEIVED);
        }

        /** An id for those whose author trimmed their own away. */
        public GenerationId givenId() {
            return new GenerationId("gen-GivenTo-" + name.replaceAll("[^A-Za-z0-9]", ""));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The bodies and chunks. */
    public static List<Completion> bodies() {
        return text("PROVENANCE.tsv")
                .lines()
                .filter(row -> row.startsWith(FOLDER))
                .map(row -> row.substring(0, row.indexOf('\t')))
                .map(file -> new Completion(file.substring(FOLDER.length()), text(file)))
                .toList();
    }

    /** The inline usage alone, with id, model, provider and time; from many more completions. */
    public static List<Completion> usages() {
        List<Completion> usages = new ArrayList<>();
        text(USAGES)
                .lines()
                .forEach(line ->
                        usages.add(new Completion(USAGES + ':' + (usages.size() + 1), line)));
        return usages;
    }

    private static String text(String file) {
        return new String(RecordedDocuments.resource(RecordedDocuments.ROOT + file), UTF_8);
    }
}
