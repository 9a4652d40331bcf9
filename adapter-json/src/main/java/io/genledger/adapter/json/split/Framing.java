package io.genledger.adapter.json.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.domain.generation.GenerationIdScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds JSON objects in a stream of UTF-8: one object over many lines, one per line, one after
 * another, the elements of an array, or the data of server-sent events. It counts braces and skips
 * strings; the decoder checks the text between them.
 *
 * <ul>
 *   <li>White space, commas, square brackets and the byte order marks of files that were put one
 *       after another separate documents. Any other text between them is passed on to the end of
 *       its line.
 *   <li>An array that is not closed at the end of the stream was cut off, which is reported.
 *   <li>A brace at the very beginning of a line begins a document. A document that is not closed
 *       there, or before a line of a saved HTTP exchange or of an event stream, was cut off; it is
 *       unreadable, and the others are not affected.
 *   <li>A document that is too long is unreadable to the end of the line on which it ends.
 * </ul>
 */
public final class Framing {

    /** The longest line besides documents that can have a meaning, such as a header. */
    static final int LINE_BYTES = 8 << 10;

    /** The part of the stream to which the next bytes belong. */
    private enum Part {
        SEPARATORS,
        OBJECT,
        LINE_IN_OBJECT,
        TEXT_LINE,
        UNREADABLE_STREAM
    }

    private static final int CHUNK_BYTES = 64 << 10;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Pieces pieces;
    private final ObjectScanner scanner = new ObjectScanner();
    private final EventData eventData = new EventData();
    private final DocumentBuffer collected = new DocumentBuffer();
    private final LineInObject lineInObject = new LineInObject();

    private Part part = Part.SEPARATORS;
    private long line = 1;
    private long pieceLine = 1;

    /**
     * How many arrays are open between documents, and the line on which the first of them began.
     */
    private int openArrays;

    private long arrayLine = 1;

    /** How many bytes of a byte order mark were seen. */
    private int ofMark;

    /** Whether the brace of the present object is the last byte that was seen, besides spaces. */
    private boolean isOpening;

    /** Whether the present piece was refused; its further bytes are passed on as they come. */
    private boolean isRefused;

    private Framing(Pieces pieces) {
        this.pieces = pieces;
    }

    /**
     * Passes every piece of {@code stream} to {@code pieces}, in order.
     *
     * @throws IOException if {@code stream} fails, after the pieces before that place were passed
     *     on, or {@code pieces} throws it
     */
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
        while ((length = framing.read(stream, chunk)) >= 0) {
            framing.accept(chunk, 0, length);
        }
        framing.endStream();
        pieces.end();
    }

    /** Reads the next bytes. A stream that is cut off keeps what was read before that place. */
    private int read(InputStream stream, byte[] chunk) throws IOException {
        try {
            return stream.read(chunk);
        } catch (IOException failure) {
            pieces.end();
            throw failure;
        }
    }

    private void accept(byte[] chunk, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            at =
                    switch (part) {
                        case SEPARATORS -> separators(chunk, at, to);
                        case OBJECT -> object(chunk, at, to);
                        case LINE_IN_OBJECT -> lineInObject(chunk, at, to);
                        case TEXT_LINE -> textLine(chunk, at, to);
                        case UNREADABLE_STREAM -> keep(chunk, at, to);
                    };
        }
    }

    private int separators(byte[] chunk, int from, int to) {
        for (int at = from; at < to; at++) {
            if (chunk[at] == MARK[ofMark]) {
                ofMark = (ofMark + 1) % MARK.length;
                continue;
            }
            if (ofMark > 0) {
                beginText();
                return at;
            }
            switch (chunk[at]) {
                case '\n' -> line++;
                case ' ', '\t', '\r', ',' -> {}
                case '[' -> beginArray();
                case ']' -> openArrays = Math.max(0, openArrays - 1);
                case '{' -> {
                    return beginObject(at, false);
                }
                default -> {
                    beginText();
                    return at;
                }
            }
        }
        return to;
    }

    private void beginArray() {
        if (openArrays == 0) {
            arrayLine = line;
        }
        openArrays++;
    }

    /** A bracket before text, as of a date in a log, begins no array. */
    private void beginText() {
        begin(Part.TEXT_LINE);
        openArrays = 0;
        collected.add(MARK, 0, ofMark);
        ofMark = 0;
    }

    private void begin(Part next) {
        part = next;
        pieceLine = line;
        isRefused = false;
        eventData.begin();
    }

    private int beginObject(int brace, boolean oneLine) {
        begin(Part.OBJECT);
        isOpening = true;
        scanner.begin(oneLine);
        collected.add(new byte[] {'{'}, 0, 1);
        return brace + 1;
    }

    private int object(byte[] chunk, int from, int to) throws IOException {
        if (isOpening && isNoJson(chunk, from, to)) {
            part = Part.TEXT_LINE;
            return from;
        }
        int stop = scanner.scan(chunk, from, to);
        line += scanner.lines();
        if (scanner.isClosed()) {
            int next = keep(chunk, from, stop + 1);
            part = isRefused ? Part.TEXT_LINE : Part.SEPARATORS;
            if (!isRefused) {
                pieces.document(pieceLine, collected.take());
            }
            return next;
        }
        keep(chunk, from, stop);
        return stop < to ? cutOff(chunk, stop) : to;
    }

    /** Whether a Python object or a line of curl begins here, which also begin with a brace. */
    private boolean isNoJson(byte[] chunk, int from, int to) {
        int at = from;
        while (at < to && chunk[at] == ' ') {
            at++;
        }
        isOpening = at == to;
        return at < to && (chunk[at] == '\'' || chunk[at] == '[');
    }

    private int lineInObject(byte[] chunk, int from, int to) throws IOException {
        int at = lineInObject.add(chunk, from, to);
        if (at < to) {
            endLineInObject();
        }
        return at;
    }

    /** Ends the object before the line if that belongs to none; otherwise it is read on. */
    private void endLineInObject() throws IOException {
        boolean isCutOff = lineInObject.isOfNoObject();
        byte[] bytes = lineInObject.take();
        part = Part.OBJECT;
        if (isCutOff) {
            endPiece("what belongs to none on line " + line);
            part = Part.SEPARATORS;
        } else {
            scanner.continueLine();
        }
        accept(bytes, 0, bytes.length);
    }

    /**
     * Ends an object at the end of its only line, or at the brace of the next one, unless the line
     * here may belong to it.
     */
    private int cutOff(byte[] chunk, int at) throws IOException {
        if (chunk[at] == '\n') {
            endPiece("the end of its line");
            part = Part.SEPARATORS;
            return at;
        }
        if (chunk[at] != '{') {
            part = Part.LINE_IN_OBJECT;
            return at;
        }
        endPiece("the next one on line " + line);
        return beginObject(at, false);
    }

    private int textLine(byte[] chunk, int from, int to) throws IOException {
        for (int at = from; at < to; at++) {
            if (chunk[at] == '\n') {
                keep(chunk, from, at + 1);
                endPiece("");
                line++;
                part = Part.SEPARATORS;
                return at + 1;
            }
            if (!isRefused && eventData.beginsObject(chunk[at])) {
                collected.take();
                return beginObject(at, true);
            }
        }
        return keep(chunk, from, to);
    }

    private void endStream() throws IOException {
        if (part == Part.LINE_IN_OBJECT) {
            endLineInObject();
        }
        if (ofMark > 0) {
            beginText();
        }
        endPiece("the end of the file");
        if (part == Part.SEPARATORS && openArrays > 0) {
            pieceLine = arrayLine;
            refuse("the end of the array that begins here, found the end of the file");
        }
    }

    /** Ends the piece at {@code found}: a line, or an object that was cut off. */
    private void endPiece(String found) throws IOException {
        if (part == Part.OBJECT && !isRefused) {
            byte[] bytes = collected.take();
            refuse("the end of the document that begins here, found " + found + hint(bytes), bytes);
        } else if (part == Part.TEXT_LINE && !isRefused) {
            byte[] bytes = collected.take();
            String text = new String(bytes, UTF_8).strip();
            if (!pieces.line(pieceLine, text)) {
                refuse(aJsonObject(text), bytes);
            }
        }
    }

    /**
     * Collects bytes of the present piece, or passes them on if it is refused or becomes too long.
     */
    private int keep(byte[] chunk, int from, int to) throws IOException {
        int rest = from;
        if (!isRefused) {
            rest = collected.add(chunk, from, to);
            if (rest < to || collected.isTooLong()) {
                refuse(DocumentBuffer.limit());
            } else if (part == Part.TEXT_LINE && collected.size() > LINE_BYTES) {
                byte[] bytes = collected.take();
                refuse(aJsonObject(new String(bytes, UTF_8).strip()), bytes);
            }
        }
        if (rest < to) {
            pieces.unreadableBytes(Arrays.copyOfRange(chunk, rest, to));
        }
        return to;
    }

    private static String aJsonObject(String found) {
        String excerpt = "'" + Excerpt.of(found, Excerpt.VALUE_CHARS) + "'";
        if (found.contains("{'")) {
            return "a JSON object, found what looks like Python, "
                    + excerpt
                    + ": write it with json.dumps, or track its ids with track --from";
        }
        return "a JSON object, found " + excerpt + hint(found);
    }

    private static String hint(byte[] piece) {
        return hint(new String(piece, 0, Math.min(piece.length, LINE_BYTES), UTF_8));
    }

    /** What to do about ids in a piece that cannot be read. */
    private static String hint(String piece) {
        return GenerationIdScanner.idsIn(piece).isEmpty()
                ? ""
                : ": track the ids in it with track --from";
    }

    private void refuse(String expected) throws IOException {
        refuse(expected, collected.take());
    }

    private void refuse(String expected, byte[] bytes) throws IOException {
        isRefused = true;
        pieces.unreadable(pieceLine, "expected " + expected);
        if (bytes.length > 0) {
            pieces.unreadableBytes(bytes);
        }
    }
}
