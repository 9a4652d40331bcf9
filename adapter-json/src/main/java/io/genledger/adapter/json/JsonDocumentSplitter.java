package io.genledger.adapter.json;

import io.genledger.ports.document.DocumentSplitter;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds JSON objects in a stream of UTF-8: one object over many lines, one a line, several behind
 * one another, or the elements of an array. It counts braces and minds strings, and leaves it to
 * the decoder whether what is between them makes sense.
 *
 * <ul>
 *   <li>White space, commas and square brackets separate documents. What else stands between them
 *       is unreadable to the end of its line.
 *   <li>An object that is not closed ends where another one begins on a new line, indented no
 *       deeper than it, at a place where JSON allows none. So a line that was cut off costs only
 *       itself, unless it was cut right behind a colon, an opening bracket, or a comma in an array:
 *       then it takes the next line with it.
 *   <li>An object longer than {@link JacksonMetadataDecoder#MAX_DOCUMENT_BYTES} is unreadable to
 *       the end of the line on which it ends.
 * </ul>
 *
 * <p>Holds at most one document in memory. Immutable and safe for use by many threads.
 */
public final class JsonDocumentSplitter implements DocumentSplitter {

    private static final int CHUNK_BYTES = 64 << 10;

    /** Splits streams of UTF-8. */
    public JsonDocumentSplitter() {}

    @Override
    public void split(InputStream stream, Pieces pieces) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        int length = stream.readNBytes(chunk, 0, ByteOrderMark.MAX_BYTES);
        ByteOrderMark mark = ByteOrderMark.of(chunk, length);
        Framing framing = new Framing(pieces);
        if (mark.isUtf8()) {
            framing.accept(chunk, mark.bytes(), length);
        } else {
            framing.refuse(
                    "expected UTF-8, found " + mark.encoding() + ": convert the file to UTF-8");
            framing.accept(chunk, 0, length);
        }
        while ((length = stream.read(chunk)) >= 0) {
            framing.accept(chunk, 0, length);
        }
        framing.end();
    }
}
