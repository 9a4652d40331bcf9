package io.genledger.adapter.json;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bodies that OpenRouter really answered to {@code GET /generation}, byte for byte, with their
 * provenance in {@code recorded/PROVENANCE.tsv}. Works from inside the test-jar.
 */
public final class RecordedDocuments {

    /** What {@link Recorded#document()} says of when it was received; after all of them. */
    public static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");

    static final String ROOT = "recorded/";
    private static final String FOLDER = "generation/";
    private static final Pattern STATED_ID = Pattern.compile("\"id\"\\s*:\\s*\"(gen-[^\"]+)\"");
    private static final Pattern MISSED_ID = Pattern.compile("Generation (\\S+) not found");

    private RecordedDocuments() {}

    /** What a recorded body is. */
    public enum Kind {
        /** A record, answered with HTTP 200; its author may have trimmed it. */
        RECORD,
        /** An error body, answered with HTTP 404. */
        NOT_FOUND,
        /** A sample from the vendor's documentation: a record, though never answered. */
        SAMPLE
    }

    /**
     * One recorded body.
     *
     * @param name its file name
     * @param kind what it is
     */
    public record Recorded(String name, Kind kind) {

        /** The body, byte for byte. */
        public byte[] bytes() {
            return resource(ROOT + FOLDER + name);
        }

        /** The id it is about. */
        public GenerationId id() {
            String text = new String(bytes(), StandardCharsets.UTF_8);
            Pattern place = kind == Kind.NOT_FOUND ? MISSED_ID : STATED_ID;
            Matcher id = place.matcher(text);
            if (!id.find()) {
                throw new IllegalStateException("no id in " + name);
            }
            return new GenerationId(id.group(1));
        }

        /** The body as the response for {@link #id()}. */
        public MetadataDocument document() {
            return new MetadataDocument(Optional.of(id()), bytes(), RECEIVED);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them. */
    public static List<Recorded> all() {
        return new String(resource(ROOT + "PROVENANCE.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(row -> row.startsWith(FOLDER))
                .map(RecordedDocuments::recorded)
                .toList();
    }

    /** Those that OpenRouter answered with HTTP 200. */
    public static List<Recorded> records() {
        return of(Kind.RECORD);
    }

    /** Those that OpenRouter answered with HTTP 404. */
    public static List<Recorded> notFound() {
        return of(Kind.NOT_FOUND);
    }

    private static List<Recorded> of(Kind kind) {
        return all().stream().filter(recorded -> recorded.kind() == kind).toList();
    }

    private static Recorded recorded(String row) {
        List<String> columns = List.of(row.split("\t", -1));
        String described = columns.get(2);
        Kind kind =
                described.startsWith("DOC")
                        ? Kind.SAMPLE
                        : described.contains("HTTP 404") ? Kind.NOT_FOUND : Kind.RECORD;
        return new Recorded(columns.get(0).substring(FOLDER.length()), kind);
    }

    /** The bytes of a file of this package in the test-jar. */
    static byte[] resource(String name) {
        try (InputStream stream = RecordedDocuments.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such recorded document: " + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
