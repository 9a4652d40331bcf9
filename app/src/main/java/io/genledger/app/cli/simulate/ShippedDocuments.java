package io.genledger.app.cli.simulate;

import io.genledger.domain.generation.GenerationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Recorded documents that ship with the program. {@code index.tsv} states the id of each, {@code
 * PROVENANCE.tsv} their sources and what was changed in them.
 */
public final class ShippedDocuments {

    private static final String INDEX = "index.tsv";

    private ShippedDocuments() {}

    /** All documents by id, in the order of the index. */
    public static Map<GenerationId, byte[]> all() {
        Map<GenerationId, byte[]> documents = new LinkedHashMap<>();
        try (BufferedReader index =
                new BufferedReader(
                        new InputStreamReader(resource(INDEX), StandardCharsets.UTF_8))) {
            for (String line = index.readLine(); line != null; line = index.readLine()) {
                int tab = line.indexOf('\t');
                documents.put(
                        new GenerationId(line.substring(0, tab)), bytes(line.substring(tab + 1)));
            }
            return documents;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("our own resources cannot be read", unreadable);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream stream = resource(name)) {
            return stream.readAllBytes();
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                ShippedDocuments.class.getResourceAsStream("recorded/" + name), name);
    }
}
