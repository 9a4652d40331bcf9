package io.genledger.adapter.json.split;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.adapter.json.value.Limits;
import io.genledger.ports.document.DocumentSplitter.Pieces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Splits one stream into documents and the unreadable text between them. */
public final class Framing {

    /** The part of the stream to which the next bytes belong. */
    private enum Part {
        SEPARATORS,
        OBJECT,
        UNREADABLE_LINE,
        UNREADABLE_STREAM
    }

    private static final int CHUNK_BYTES = 64 << 10;

    /** The bytes of an unreadable line that an excerpt needs: at most four per character. */
    private static final int QUOTED_BYTES = 4 * Excerpt.VALUE_CHARS;

    private final Pieces pieces;
    private final ObjectScanner scanner = new ObjectScanner();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

    private Part part = Part.SEPARATORS;
    private long line = 1;
    private long pieceLine = 1;

    /** Whether the present piece was refused; its further bytes are passed on as they come. */
    private boolean isRefused;

    private Framing(Pieces pieces) {
        this.pieces = pieces;
    }

    /** Passes every piece of {@code stream} to {@code pieces}, in order. */
    public static void split(InputStream stream, Pieces pieces) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        int length = stream.readNBytes(chunk, 0, ByteOrderMark.MAX_BYTES);
        ByteOrderMark mark = ByteOrderMark.of(chunk, length);
        Framing framing = new Framing(pieces);
        if (!mark.isUtf8()) {
            framing.begin(Part.UNREADABLE_STREAM);
            framing.refuse("UTF-8, found " + mark.encoding() + ": convert the file to UTF-8");
        }
        framing.accept(chunk, mark.isUtf8() ? mark.bytes() : 0, length);
        while ((length = stream.read(chunk)) >= 0) {
            framing.accept(chunk, 0, length);
        }
        framing.endPiece("the end of the file");
    }

    private void accept(byte[] chunk, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            at =
                    switch (part) {
                        case SEPARATORS -> separators(chunk, at, to);
                        case OBJECT -> object(chunk, at, to);
                        case UNREADABLE_LINE -> unreadableLine(chunk, at, to);
                        case UNREADABLE_STREAM -> keep(chunk, at, to);
                    };
        }
    }

    private int separators(byte[] chunk, int from, int to) {
        for (int at = from; at < to; at++) {
            switch (chunk[at]) {
                case '\n' -> line++;
                case ' ', '\t', '\r', ',', '[', ']' -> {}
                case '{' -> {
                    return beginObject(at);
                }
                default -> {
                    begin(Part.UNREADABLE_LINE);
                    return at;
                }
            }
        }
        return to;
    }

    private void begin(Part next) {
        part = next;
        pieceLine = line;
        isRefused = false;
    }

    private int beginObject(int brace) {
        begin(Part.OBJECT);
        scanner.begin();
        collected.write('{');
        return brace + 1;
    }

    private int object(byte[] chunk, int from, int to) throws IOException {
        int stop = scanner.scan(chunk, from, to);
        line += scanner.lines();
        if (scanner.isClosed()) {
            int next = keep(chunk, from, stop + 1);
            part = isRefused ? Part.UNREADABLE_LINE : Part.SEPARATORS;
            if (!isRefused) {
                pieces.document(pieceLine, takeCollected());
            }
            return next;
        }
        keep(chunk, from, stop);
        if (stop < to) {
            endPiece("the next one on line " + line);
            return beginObject(stop);
        }
        return to;
    }

    private int unreadableLine(byte[] chunk, int from, int to) throws IOException {
        for (int at = from; at < to; at++) {
            if (chunk[at] == '\n') {
                keep(chunk, from, at + 1);
                endPiece("");
                line++;
                part = Part.SEPARATORS;
                return at + 1;
            }
        }
        return keep(chunk, from, to);
    }

    /** Refuses the piece that ends at {@code found}: a line, or an object that was cut off. */
    private void endPiece(String found) throws IOException {
        if (part == Part.OBJECT && !isRefused) {
            refuse("the end of the document that begins here, found " + found);
        } else if (part == Part.UNREADABLE_LINE && !isRefused) {
            refuseFull();
        }
    }

    /**
     * Collects bytes of the present piece, or passes them on if it is refused or becomes too long.
     */
    private int keep(byte[] chunk, int from, int to) throws IOException {
        int rest = from;
        if (!isRefused) {
            int limit = part == Part.OBJECT ? Limits.DOCUMENT_BYTES : QUOTED_BYTES;
            rest = Math.min(to, from + limit - collected.size());
            collected.write(chunk, from, rest - from);
            if (rest < to) {
                refuseFull();
            }
        }
        if (rest < to) {
            pieces.unreadableBytes(Arrays.copyOfRange(chunk, rest, to));
        }
        return to;
    }

    /** Refuses an object that is too long, or a line of which enough is collected to quote it. */
    private void refuseFull() throws IOException {
        if (part == Part.OBJECT) {
            refuse("a document of at most " + Limits.DOCUMENT_BYTES + " bytes, found a longer one");
        } else {
            String found = collected.toString(StandardCharsets.UTF_8).strip();
            refuse("a JSON object, found '" + Excerpt.of(found, Excerpt.VALUE_CHARS) + "'");
        }
    }

    private void refuse(String expected) throws IOException {
        isRefused = true;
        pieces.unreadable(pieceLine, "expected " + expected);
        if (collected.size() > 0) {
            pieces.unreadableBytes(takeCollected());
        }
    }

    private byte[] takeCollected() {
        byte[] bytes = collected.toByteArray();
        collected.reset();
        return bytes;
    }
}
