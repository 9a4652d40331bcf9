package io.genledger.adapter.json;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a reader finds. */
public final class ReadContents implements Contents {

    /** The time of receipt in tests of readers. */
    public static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");

    /** The generations, in order. */
    public final List<Generation> generations = new ArrayList<>();

    /** The documents of the generations, in the same order. */
    public final List<MetadataDocument> documents = new ArrayList<>();

    /** The lines of the generations, in the same order. */
    public final List<Long> lines = new ArrayList<>();

    /** Each rejection as {@code line:field: reason}. */
    public final List<String> rejections = new ArrayList<>();

    /** The ids whose records have to be collected. */
    public final List<GenerationId> toCollect = new ArrayList<>();

    /** The number of documents that state no generation, without fault. */
    public int skipped;

    private final ByteArrayOutputStream rejectedBytes = new ByteArrayOutputStream();

    /** The bytes of all rejected documents, as text. */
    public String rejectedText() {
        return rejectedBytes.toString(StandardCharsets.UTF_8);
    }

    /** The generations' documents, as text. */
    public List<String> documentTexts() {
        return documents.stream()
                .map(document -> new String(document.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void generation(
            long line, InputKind kind, MetadataDocument document, Generation generation) {
        lines.add(line);
        documents.add(document);
        generations.add(generation);
    }

    @Override
    public void toCollect(long line, InputKind kind, GenerationId id) {
        toCollect.add(id);
    }

    @Override
    public void skipped(long line, InputKind kind) {
        skipped++;
    }

    @Override
    public void note(long line, String sentence) {
        throw new AssertionError(line + ": " + sentence);
    }

    @Override
    public void foreign(long line, ForeignKind kind) {
        throw new AssertionError(line + ": " + kind);
    }

    @Override
    public void rejected(long line, Optional<String> field, String reason) {
        rejections.add(line + ":" + field.orElse("") + ": " + reason);
    }

    @Override
    public void rejectedBytes(byte[] bytes) {
        rejectedBytes.writeBytes(bytes);
    }
}
