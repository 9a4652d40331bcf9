package io.genledger.adapter.json;

import io.genledger.adapter.json.split.Framing;
import io.genledger.ports.document.DocumentSplitter;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds JSON objects in a stream of UTF-8: one object over many lines, one a line, several behind
 * one another, or the elements of an array. It counts braces and skips strings; whether the text
 * between them makes sense, the decoder finds out.
 *
 * <ul>
 *   <li>White space, commas and square brackets separate documents. Any other text between them is
 *       unreadable to the end of its line.
 *   <li>A brace at the very beginning of a line begins a document. If the document before is not
 *       closed there, it was cut off and is unreadable; the others are not harmed.
 *   <li>An object longer than {@link JacksonMetadataDecoder#MAX_DOCUMENT_BYTES} is unreadable to
 *       the end of the line on which it ends.
 * </ul>
 *
 * <p>Holds at most one document in memory. Immutable and safe for use by many threads.
 */
public final class JsonDocumentSplitter implements DocumentSplitter {

    /** Splits streams of UTF-8. */
    public JsonDocumentSplitter() {}

    @Override
    public void split(InputStream stream, Pieces pieces) throws IOException {
        Framing.split(stream, pieces);
    }
}
