package io.genledger.adapter.json.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Recognises text in another encoding. */
public final class Utf8 {

    /** What is wrong with a text that is not UTF-8, and what to do. */
    public static final String EXPECTED =
            "expected UTF-8, found another encoding, such as Windows-1252: convert the file to"
                    + " UTF-8";

    private Utf8() {}

    /** Whether {@code bytes} are UTF-8. */
    public static boolean isValid(byte[] bytes) {
        try {
            var unused = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
