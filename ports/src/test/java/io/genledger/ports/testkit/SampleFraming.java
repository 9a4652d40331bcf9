package io.genledger.ports.testkit;

import io.genledger.ports.testkit.SampleReader.Framing;
import io.genledger.ports.testkit.SampleReader.Pieces;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Splits byte by byte: slow, and simple enough to keep every promise of the port. */
final class SampleFraming implements Framing {

    @Override
    public void split(InputStream stream, Pieces pieces) throws IOException {
        Split split = new Split(pieces);
        InputStream buffered = new BufferedInputStream(stream);
        for (int next = buffered.read(); next >= 0; next = buffered.read()) {
            split.take((byte) next);
        }
        split.refuse();
    }

    /** The splitting of one stream. */
    private static final class Split {

        private static final int LONGEST_DOCUMENT = 1 << 20;
        private static final int QUOTED = 40;

        private final Pieces pieces;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
        private long line = 1;
        private long pieceLine = 1;
        private int depth;
        private boolean inString;
        private boolean escaped;
        private boolean inUnreadableLine;
        private boolean isRefused;
        private byte last = '\n';

        Split(Pieces pieces) {
            this.pieces = pieces;
        }

        void take(byte b) throws IOException {
            if (b == '{' && last == '\n') {
                refuse();
                depth = 0;
                inUnreadableLine = false;
            }
            if (depth == 0 && !inUnreadableLine) {
                begin(b);
            } else {
                goOn(b);
            }
            line += b == '\n' ? 1 : 0;
            last = b;
        }

        private void begin(byte b) throws IOException {
            if (" \t\r\n,[]".indexOf(b) < 0) {
                pieceLine = line;
                isRefused = false;
                inString = false;
                depth = b == '{' ? 1 : 0;
                inUnreadableLine = depth == 0;
                keep(b);
            }
        }

        private void goOn(byte b) throws IOException {
            keep(b);
            boolean closes = depth > 0 && closes(b);
            if (closes && !isRefused) {
                pieces.document(pieceLine, piece.toByteArray());
                piece.reset();
            }
            inUnreadableLine |= closes && isRefused;
            if (inUnreadableLine && b == '\n') {
                refuse();
                inUnreadableLine = false;
            }
        }

        private boolean closes(byte b) {
            if (inString) {
                inString = b != '\n' && (b != '"' || escaped);
                escaped = b == '\\' && !escaped;
            } else {
                inString = b == '"';
                escaped = false;
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
            }
            return depth == 0;
        }

        private void keep(byte b) throws IOException {
            piece.write(b);
            if (piece.size() > LONGEST_DOCUMENT) {
                refuse();
            }
        }

        /** Hands on what was kept as unreadable. */
        private void refuse() throws IOException {
            if (piece.size() > 0) {
                if (!isRefused) {
                    String text = piece.toString(StandardCharsets.UTF_8);
                    String quoted = text.substring(0, Math.min(QUOTED, text.length()));
                    pieces.unreadable(pieceLine, "expected a document, found " + quoted);
                }
                isRefused = true;
                pieces.unreadableBytes(piece.toByteArray());
                piece.reset();
            }
        }
    }
}
