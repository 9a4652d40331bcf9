package io.genledger.ports.testkit;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what a reader finds, one text each. */
public class RecordedContents implements Contents {

    private final List<String> all = new ArrayList<>();
    private final List<MetadataDocument> documents = new ArrayList<>();
    private final List<Generation> generations = new ArrayList<>();
    private final ByteArrayOutputStream rejected = new ByteArrayOutputStream();
    private int longestPiece;

    /** How {@link #all} names a generation. */
    public static String generation(long line, InputKind kind, GenerationId id) {
        return line + " " + kind.word() + " " + id;
    }

    @Override
    public void generation(
            long line, InputKind kind, MetadataDocument document, Generation generation)
            throws IOException {
        all.add(generation(line, kind, generation.id()));
        documents.add(document);
        generations.add(generation);
        longestPiece = Math.max(longestPiece, document.size());
    }

    @Override
    public void toCollect(long line, InputKind kind, GenerationId id) {
        all.add(line + " to collect " + id);
    }

    @Override
    public void skipped(long line, InputKind kind) {
        all.add(line + " skipped " + kind.word());
    }

    @Override
    public void note(long line, String sentence) {
        all.add(line + " note " + sentence);
    }

    @Override
    public void foreign(long line, ForeignKind kind) {
        all.add(line + " foreign " + kind);
    }

    @Override
    public void rejected(long line, Optional<String> field, String reason) {
        all.add(line + " rejected " + field.map(name -> name + ": ").orElse("") + reason);
    }

    @Override
    public void rejectedBytes(byte[] bytes) {
        rejected.writeBytes(bytes);
        longestPiece = Math.max(longestPiece, bytes.length);
    }

    /** What was found, in its order. */
    public List<String> all() {
        return List.copyOf(all);
    }

    /** The documents of the generations. */
    public List<MetadataDocument> documents() {
        return List.copyOf(documents);
    }

    /** The generations. */
    public List<Generation> generations() {
        return List.copyOf(generations);
    }

    /** The bytes of all rejected documents, as text. */
    public String rejectedText() {
        return rejected.toString(StandardCharsets.UTF_8);
    }

    /** The bytes of the longest document, or part of a rejected one. */
    public int longestPiece() {
        return longestPiece;
    }
}
