package io.genledger.adapter.json.split;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Writes pieces down: {@code 3{…}} is a document on line 3, {@code !3 problem<…>} something
 * unreadable that begins there.
 */
final class Transcript implements Pieces {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final boolean isLineUnderstood;
    private boolean open;

    Transcript() {
        this(false);
    }

    Transcript(boolean isLineUnderstood) {
        this.isLineUnderstood = isLineUnderstood;
    }

    @Override
    public void document(long line, byte[] bytes) throws IOException {
        separate();
        text.writeBytes(Long.toString(line).getBytes(UTF_8));
        text.write(bytes);
    }

    @Override
    public boolean line(long line, String found) {
        if (isLineUnderstood) {
            separate();
            text.writeBytes(("«" + line + " " + found + "»").getBytes(UTF_8));
        }
        return isLineUnderstood;
    }

    @Override
    public void unreadable(long line, String problem) {
        separate();
        text.writeBytes(("!" + line + " " + problem + "<").getBytes(UTF_8));
        open = true;
    }

    @Override
    public void unreadableBytes(byte[] bytes) {
        text.writeBytes(bytes);
    }

    @Override
    public void end() {}

    /** All of it; bytes that are no UTF-8 stand for themselves. */
    String text() {
        close();
        String utf8 = text.toString(UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : text.toString(ISO_8859_1);
    }

    private void separate() {
        close();
        if (text.size() > 0) {
            text.write(' ');
        }
    }

    private void close() {
        if (open) {
            text.write('>');
            open = false;
        }
    }
}
