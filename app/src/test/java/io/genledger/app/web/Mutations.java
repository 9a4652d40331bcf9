package io.genledger.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Changes a valid request at random places, as {@link RawRequestsTest} sends it. */
final class Mutations {

    private static final List<String> PIECES =
            List.of(
                    "\0",
                    "\r",
                    "\n",
                    "\r\n",
                    "\r\n\r\n",
                    " ",
                    ":",
                    "%",
                    "%00",
                    "%ff",
                    "%2f",
                    "?",
                    "&",
                    "=",
                    "#",
                    "/",
                    "//",
                    "..",
                    "\u00ff",
                    "\"",
                    "{",
                    "[",
                    "-",
                    "999999999999",
                    "Host: evil.example\r\n",
                    "Content-Length: 7\r\n",
                    "Content-Length: x\r\n",
                    "Transfer-Encoding: chunked\r\n",
                    "Content-Encoding: gzip\r\n",
                    "Expect: 100-continue\r\n",
                    "Upgrade: websocket\r\n",
                    "Accept: x/y\r\n",
                    "Cookie: genledger-session=\r\n",
                    "HTTP/1.0",
                    "y".repeat(20_000));

    private Mutations() {}

    /** {@code request} with one to three changes. */
    static byte[] of(Random random, byte[] request) {
        StringBuilder text = new StringBuilder(new String(request, ISO_8859_1));
        for (int changes = 1 + random.nextInt(3); changes > 0 && text.length() > 1; changes--) {
            change(random, text);
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    private static void change(Random random, StringBuilder text) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, (char) random.nextInt(256));
            case 1 -> text.delete(at, end);
            case 2 -> text.insert(at, text.substring(at, end));
            case 3 -> text.setLength(at);
            case 4 -> insertLine(random, text);
            default -> text.insert(at, piece(random));
        }
    }

    /** A line between two headers. */
    private static void insertLine(Random random, StringBuilder text) {
        int line = text.indexOf("\r\n", random.nextInt(text.length()));
        text.insert(line < 0 ? 0 : line + 2, piece(random));
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
