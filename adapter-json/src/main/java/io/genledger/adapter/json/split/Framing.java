package io.genledger.adapter.json.split;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.adapter.json.value.Limits;
import io.genledger.ports.DocumentSplitter.Pieces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts one stream into pieces: documents, and the unreadable text between them. */
public final class Framing {

    /** The kind of text that the next bytes of the stream continue. */
    private enum Part {
        /** Separators between documents. */
        BETWEEN,
        /** An object that may be a document; collected. */
        OBJECT,
        /** An object that is too long for a document; handed on. */
        LONG_OBJECT,
        /** The beginning of an unreadable line; collected until it suffices for an excerpt. */
        LINE_START,
        /** The rest of an unreadable line; handed on. */
        LINE,
        /** A stream that is unreadable as a whole; handed on. */
        EVERYTHING
    }

    private static final int CHUNK_BYTES = 64 << 10;

    /** Bytes of a line that suffice for an excerpt: four per character at most. */
    private static final int QUOTED_BYTES = 4 * Excerpt.VALUE_CHARS;

    private static final String TOO_LONG =
            "expected a document of at most %,d bytes, found a longer one"
                    .formatted(Limits.DOCUMENT_BYTES);

    private final Pieces pieces;
    private final ObjectScanner scanner = new ObjectScanner();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

    private Part part = Part.BETWEEN;
    private long line = 1;
    private long pieceLine = 1;

    private Framing(Pieces pieces) {
        this.pieces = pieces;
    }

    /**
     * Hands every piece of {@code stream} on, in order.
     *
     * @throws IOException if the stream cannot be read, or {@code pieces} throws it
     */
    public static void split(InputStream stream, Pieces pieces) throws IOException {
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

    /** Hands the whole stream on as unreadable. */
    private void refuse(String problem) throws IOException {
        pieces.unreadable(line, problem);
        part = Part.EVERYTHING;
    }

    /** Takes the next bytes of the stream. */
    private void accept(byte[] chunk, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            at =
                    switch (part) {
                        case BETWEEN -> between(chunk, at, to);
                        case OBJECT, LONG_OBJECT -> object(chunk, at, to);
                        case LINE_START -> lineStart(chunk, at, to);
                        case LINE -> line(chunk, at, to);
                        case EVERYTHING -> handOn(chunk, at, to);
                    };
        }
    }

    /** Takes the end of the stream. */
    private void end() throws IOException {
        switch (part) {
            case OBJECT -> refuseCollected(cutOffBy("the end of the file"));
            case LINE_START -> refuseCollected(noObject());
            default -> {}
        }
    }

    private int between(byte[] chunk, int from, int to) {
        for (int at = from; at < to; at++) {
            switch (chunk[at]) {
                case '\n' -> line++;
                case ' ', '\t', '\r', ',', '[', ']' -> {}
                case '{' -> {
                    beginObject(chunk[at]);
                    return at + 1;
                }
                default -> {
                    pieceLine = line;
                    part = Part.LINE_START;
                    return at;
                }
            }
        }
        return to;
    }

    private void beginObject(byte brace) {
        pieceLine = line;
        collected.write(brace);
        scanner.begin();
        part = Part.OBJECT;
    }

    private int object(byte[] chunk, int from, int to) throws IOException {
        int stopped = scanner.scan(chunk, from, to);
        line += scanner.lines();
        boolean ended = scanner.stop() == ObjectScanner.Stop.OBJECT_END;
        int next = ended ? stopped + 1 : stopped;
        keep(chunk, from, next);
        if (ended) {
            endObject();
        } else if (scanner.stop() == ObjectScanner.Stop.NEXT_OBJECT) {
            if (part == Part.OBJECT) {
                refuseCollected(cutOffBy("the next one on line " + line));
            }
            beginObject(chunk[stopped]);
            next++;
        }
        return next;
    }

    private void keep(byte[] chunk, int from, int to) throws IOException {
        if (part == Part.OBJECT && collected.size() + to - from > Limits.DOCUMENT_BYTES) {
            refuseCollected(TOO_LONG);
            part = Part.LONG_OBJECT;
        }
        if (part == Part.OBJECT) {
            collected.write(chunk, from, to - from);
        } else {
            handOn(chunk, from, to);
        }
    }

    private void endObject() throws IOException {
        if (part == Part.LONG_OBJECT) {
            part = Part.LINE;
            return;
        }
        part = Part.BETWEEN;
        pieces.document(pieceLine, takeCollected());
    }

    private int lineStart(byte[] chunk, int from, int to) throws IOException {
        int wanted = QUOTED_BYTES - collected.size();
        int end = lineEnd(chunk, from, Math.min(to, from + wanted));
        collected.write(chunk, from, end - from);
        if (chunk[end - 1] == '\n') {
            refuseCollected(noObject());
            line++;
            part = Part.BETWEEN;
        } else if (collected.size() == QUOTED_BYTES) {
            refuseCollected(noObject());
            part = Part.LINE;
        }
        return end;
    }

    private int line(byte[] chunk, int from, int to) throws IOException {
        int end = lineEnd(chunk, from, to);
        if (chunk[end - 1] == '\n') {
            line++;
            part = Part.BETWEEN;
        }
        return handOn(chunk, from, end);
    }

    private int handOn(byte[] chunk, int from, int to) throws IOException {
        if (from < to) {
            pieces.unreadableBytes(Arrays.copyOfRange(chunk, from, to));
        }
        return to;
    }

    private void refuseCollected(String problem) throws IOException {
        pieces.unreadable(pieceLine, problem);
        pieces.unreadableBytes(takeCollected());
    }

    private byte[] takeCollected() {
        byte[] bytes = collected.toByteArray();
        collected.reset();
        return bytes;
    }

    private String noObject() {
        String found = collected.toString(StandardCharsets.UTF_8).strip();
        return "expected a JSON object, found '" + Excerpt.of(found, Excerpt.VALUE_CHARS) + "'";
    }

    private static String cutOffBy(String found) {
        return "expected the end of the document that begins here, found " + found;
    }

    /** Behind the first line end in this stretch, or its end. */
    private static int lineEnd(byte[] chunk, int from, int to) {
        for (int at = from; at < to; at++) {
            if (chunk[at] == '\n') {
                return at + 1;
            }
        }
        return to;
    }
}
