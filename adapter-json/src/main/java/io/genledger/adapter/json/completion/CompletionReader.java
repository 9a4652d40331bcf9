package io.genledger.adapter.json.completion;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.UndecodableDocumentException;

/** Reads the inline usage of a completion. */
public final class CompletionReader {

    private static final Binding<WireCompletion> COMPLETIONS = new Binding<>(WireCompletion.class);

    private CompletionReader() {}

    /**
     * The generation, with the values that its completion states.
     *
     * @throws UndecodableDocumentException if a field is invalid, or there is no inline usage
     */
    public static Generation read(DocumentInput document) {
        return mapper(document).generation();
    }

    /**
     * The body of a completion, with inline usage or without.
     *
     * @throws UndecodableDocumentException if a field is invalid
     */
    public static CompletionBody body(DocumentInput document) {
        return new CompletionBody(mapper(document));
    }

    private static CompletionMapper mapper(DocumentInput document) {
        return new CompletionMapper(
                document.read(COMPLETIONS::document), document, document.requested());
    }
}
