package io.genledger.app.view.json;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Escapes in JSON what could hide text or steer a terminal: Jackson escapes the ASCII control
 * characters only. Outside of strings, JSON has ASCII only.
 */
final class EscapingWriter extends FilterWriter {

    private static final int DELETE = 0x7f;
    private static final char NONE = 0;

    /** The first half of a character whose second half is still to come. */
    private char high = NONE;

    EscapingWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int unit) throws IOException {
        if (high != NONE) {
            writePair((char) unit);
        } else if (Character.isHighSurrogate((char) unit)) {
            high = (char) unit;
        } else if (unit < DELETE || !isInvisible(unit)) {
            out.write(unit);
        } else {
            escape((char) unit);
        }
    }

    private void writePair(char low) throws IOException {
        char first = high;
        high = NONE;
        if (!Character.isLowSurrogate(low)) {
            escape(first);
            write(low);
        } else if (isInvisible(Character.toCodePoint(first, low))) {
            escape(first);
            escape(low);
        } else {
            out.write(first);
            out.write(low);
        }
    }

    private void escape(char unit) throws IOException {
        out.write("\\u%04X".formatted((int) unit));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int plain = from;
        for (int i = from; i < from + length; i++) {
            if (text[i] >= DELETE || high != NONE) {
                out.write(text, plain, i - plain);
                write(text[i]);
                plain = i + 1;
            }
        }
        out.write(text, plain, from + length - plain);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.substring(from, from + length).toCharArray(), 0, length);
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
