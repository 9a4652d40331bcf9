package io.genledger.adapter.json.reading;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.completion.CompletionBody;
import io.genledger.adapter.json.completion.CompletionReader;
import io.genledger.adapter.json.exchange.SavedExchange;
import io.genledger.adapter.json.recognise.Form;
import io.genledger.adapter.json.recognise.Look;
import io.genledger.adapter.json.recognise.Recogniser;
import io.genledger.adapter.json.recognise.RecordFields;
import io.genledger.adapter.json.recognise.UnknownShape;
import io.genledger.adapter.json.record.RecordReader;
import io.genledger.adapter.json.stream.JoinedStream;
import io.genledger.adapter.json.value.Excerpt;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Decodes documents of a known form, and passes on the generations that they state. */
final class Found {

    private static final String NO_ID =
            "expected the generation's id, found none: it is in the header X-Generation-Id of the"
                    + " response; save the headers, too (curl -i), or put it into the body as"
                    + " generation_id";

    private static final String A_DOCUMENT =
            "expected a generation's record or a completion with usage, found an object ";

    private static final String TRACK = ": if it names generations, track them with track --from";

    private static final String NO_RECORD = A_DOCUMENT + "with an id that is neither" + TRACK;

    /** Fields for which a decoder of saved documents takes the document for no bare record. */
    private static final Set<String> OF_OTHERS = Set.of("data", "error", "object", "response");

    /** The fields whose fault shows that a document of no known form is no record at all. */
    private static final Set<String> NO_RECORDS = Set.of("id", "data");

    private final InstantSource clock;
    private final Contents contents;

    Found(InstantSource clock, Contents contents) {
        this.clock = clock;
        this.contents = contents;
    }

    /** The record of a generation; any other document is refused. */
    void record(long line, byte[] bytes) throws IOException {
        MetadataDocument document = document(bytes);
        record(
                line,
                document,
                RecordReader.read(new DocumentInput(document), Found::refuseCompletion));
    }

    /** The record of a generation that is not in {@code data}. */
    void bareRecord(long line, byte[] bytes) throws IOException {
        MetadataDocument document = document(bytes);
        Generation generation = RecordReader.readBare(new DocumentInput(document));
        if (Collections.disjoint(generation.shape().unknown().keySet(), OF_OTHERS)) {
            record(line, document, generation);
        } else {
            record(line, bytes);
        }
    }

    /** A document of no known form, which can still be a record with few fields. */
    void other(long line, byte[] bytes) throws IOException {
        try {
            record(line, bytes);
        } catch (UndecodableDocumentException fault) {
            Optional<String> shape =
                    fault.field().filter(NO_RECORDS::contains).isPresent()
                            ? UnknownShape.of(bytes)
                            : Optional.empty();
            throw shape.isEmpty()
                    ? fault
                    : new UndecodableDocumentException(
                            Optional.empty(), 1, A_DOCUMENT + shape.get() + TRACK, fault);
        }
    }

    private void record(long line, MetadataDocument document, Generation generation)
            throws IOException {
        if (isOfAnotherGateway(generation)) {
            contents.foreign(line, ForeignKind.OTHER_GATEWAY);
            return;
        }
        if (!RecordFields.suffice(generation)) {
            throw new UndecodableDocumentException(Optional.empty(), 1, NO_RECORD, null);
        }
        requireLikely(generation.id());
        contents.generation(line, InputKind.RECORD, document, generation);
    }

    private static Generation refuseCompletion(DocumentInput completion) {
        CompletionReader.read(completion);
        throw new UndecodableDocumentException(Optional.empty(), 1, NO_RECORD, null);
    }

    private static boolean isOfAnotherGateway(Generation generation) {
        return generation.id().value().startsWith("gen_")
                || generation.shape().unknown().containsKey("market_cost")
                || generation.shape().unknown().containsKey("gateway_cost");
    }

    /**
     * The body of a completion.
     *
     * @param given the id in the header of the response
     */
    void completion(long line, InputKind kind, byte[] bytes, Optional<GenerationId> given)
            throws IOException {
        MetadataDocument document = document(bytes);
        CompletionBody body = CompletionReader.body(new DocumentInput(document));
        if (body.isOfAnotherGateway()) {
            contents.foreign(line, ForeignKind.OTHER_GATEWAY);
            return;
        }
        boolean isNamed =
                body.id().filter(id -> given.isEmpty() || id.isShapedLikeOpenRouters()).isPresent();
        if (isNamed) {
            if (given.isPresent() && !given.get().equals(body.generation().id())) {
                note(
                        line,
                        "the header X-Generation-Id names %s, and the body %s, whose figures these are"
                                .formatted(given.get(), body.generation().id()));
            }
            passOn(line, kind, document, body);
        } else if (given.isPresent()) {
            made(line, kind, SavedExchange.document(given.get(), bytes));
        } else {
            throw new UndecodableDocumentException(Optional.of("id"), 1, NO_ID, null);
        }
    }

    /**
     * The body in one result of a batch.
     *
     * @param body empty if the request failed before there was one
     */
    void batchResult(long line, Optional<byte[]> body) throws IOException {
        Optional<Look> look = body.map(Recogniser::look);
        if (look.isEmpty() || look.get().form() == Form.ERROR) {
            Optional<GenerationId> id =
                    look.flatMap(error -> error.requestId().or(error::id))
                            .flatMap(GenerationId::ofOpenRouter);
            if (id.isPresent()) {
                contents.toCollect(line, InputKind.BATCH, id.get());
            } else {
                contents.skipped(line, InputKind.BATCH);
            }
            return;
        }
        try {
            completion(line, InputKind.BATCH, body.orElseThrow(), Optional.empty());
        } catch (UndecodableDocumentException fault) {
            rejected(line, fault, body.orElseThrow());
        }
    }

    /** A document that Genledger made for an archive. */
    void made(long line, byte[] bytes) throws IOException {
        made(line, MadeDocument.kindOf(bytes), bytes);
    }

    private void made(long line, InputKind kind, byte[] bytes) throws IOException {
        MetadataDocument document = document(bytes);
        passOn(line, kind, document, MadeDocument.read(new DocumentInput(document)));
    }

    /** The joined events of a stream. */
    void stream(JoinedStream stream) throws IOException {
        byte[] bytes = stream.document();
        MetadataDocument document = document(bytes);
        try {
            DocumentInput input = new DocumentInput(document);
            if (MadeDocument.isMade(bytes)) {
                passOn(stream.line(), InputKind.STREAM, document, MadeDocument.read(input));
            } else {
                passOn(stream.line(), InputKind.STREAM, document, CompletionReader.body(input));
            }
        } catch (UndecodableDocumentException fault) {
            rejected(stream.line(), fault, bytes);
        }
    }

    private void rejected(long line, UndecodableDocumentException fault, byte[] bytes)
            throws IOException {
        contents.rejected(line, fault.field(), fault.reason());
        contents.rejectedBytes(bytes);
    }

    /** A body without any figure states only an id; its record is to be collected. */
    private void passOn(long line, InputKind kind, MetadataDocument document, CompletionBody body)
            throws IOException {
        boolean hasFigures = body.hasFigures();
        Generation generation = body.generation();
        if (hasFigures) {
            passOn(line, kind, document, generation);
        } else {
            requireLikely(generation.id());
            contents.toCollect(line, kind, generation.id());
        }
    }

    private void passOn(long line, InputKind kind, MetadataDocument document, Generation generation)
            throws IOException {
        requireLikely(generation.id());
        contents.generation(line, kind, document, generation);
    }

    private static void requireLikely(GenerationId id) {
        if (!id.isShapedLikeOpenRouters()) {
            throw refusal(
                    "id",
                    "an id of OpenRouter, such as gen-1755676927-7WlHzIQWGoPWoKYj3Arf, found \""
                            + Excerpt.of(id.value(), Excerpt.VALUE_CHARS)
                            + '"');
        }
    }

    DocumentInput input(byte[] bytes) {
        return new DocumentInput(document(bytes));
    }

    /** Passes on a fact that belongs to no generation. */
    void note(long line, String sentence) throws IOException {
        contents.note(line, sentence);
    }

    private MetadataDocument document(byte[] bytes) {
        return MetadataDocument.of(Optional.empty(), bytes, clock.instant());
    }

    static UndecodableDocumentException refusal(String field, String expected) {
        return new UndecodableDocumentException(
                Optional.of(field), 1, "expected " + expected, null);
    }
}
