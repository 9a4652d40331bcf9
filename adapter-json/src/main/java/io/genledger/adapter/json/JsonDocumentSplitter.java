package io.genledger.adapter.json;

import io.genledger.adapter.json.split.Framing;
import io.genledger.ports.document.DocumentSplitter;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds JSON objects in a stream of UTF-8: one object over many lines, one per line, one after
 * another, or the elements of an array. It counts braces and skips strings; the decoder checks the
 * text between them.
 *
 * <ul>
 *   <li>White space, commas and square brackets separate documents. Any other text between them is
 *       unreadable to the end of its line.
 *   <li>A brace at the very beginning of a line begins a document. A document that is not closed
 *       there was cut off; it is unreadable, and the others are not affected.
 *   <li>An object longer than {@link JacksonMetadataDecoder#MAX_DOCUMENT_BYTES} is unreadable to
 *       the end of the line on which it ends.
 * </ul>
 *
 * <p>Holds at most one document in memory. Immutable and safe for use by many threads.
 */
public final class JsonDocumentSplitter implements DocumentSplitter {

    /** A splitter without settings. */
    public JsonDocumentSplitter() {}

    @Override
    public void split(InputStream stream, Pieces pieces) throws IOException {
        Framing.split(stream, pieces);
    }
}
