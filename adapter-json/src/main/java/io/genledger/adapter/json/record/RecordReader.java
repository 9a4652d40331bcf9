package io.genledger.adapter.json.record;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.UndecodableDocumentException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;

/** Reads the record of a generation, in its envelope or bare. */
public final class RecordReader {

    private static final Binding<WireRecord> RECORDS = Binding.of(WireRecord.class);

    private RecordReader() {}

    /**
     * The generation that a document states.
     *
     * @param completions reads the document if it is no record but a completion
     * @throws UndecodableDocumentException if the document cannot be read
     */
    public static Generation read(
            DocumentInput document, Function<DocumentInput, Generation> completions) {
        return document.read(parser -> read(document, parser, completions));
    }

    private static Generation read(
            DocumentInput document,
            JsonParser parser,
            Function<DocumentInput, Generation> completions) {
        Binding.start(parser);
        TopLevel top = new TopLevel(parser);
        if (top.stepsToRecord(parser)) {
            WireRecord wire = RECORDS.object(parser);
            top.stepToEnd(parser);
            Binding.end(parser);
            return new GenerationMapper(wire, document).generation();
        }
        if (top.isCompletion()) {
            return completions.apply(document);
        }
        top.requireRecord();
        return new GenerationMapper(document.read(RECORDS::document), document).generation();
    }
}
