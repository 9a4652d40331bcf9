package io.genledger.adapter.http.simulator.behaviour;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Alters metadata documents by text replacement; all other bytes stay the same. */
public final class AlteredDocument {

    /** The factor of a corrected amount: exact, it adds one decimal place at most. */
    public static final BigDecimal CORRECTION = new BigDecimal("0.9");

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(\"(?:usage|total_cost|upstream_inference_cost)\"\\s*:\\s*)(-?\\d[\\d.eE+-]*)");

    /** Maps each byte to one character and back, so that any encoding survives. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private AlteredDocument() {}

    /** The document with usage, total cost and upstream cost multiplied by {@link #CORRECTION}. */
    public static byte[] corrected(byte[] document) {
        return AMOUNT.matcher(new String(document, BYTES))
                .replaceAll(amount -> amount.group(1) + corrected(amount.group(2)))
                .getBytes(BYTES);
    }

    /** The document with another id in place of {@code id}: only its last character differs. */
    static byte[] ofAnotherId(byte[] document, String id) {
        char last = id.charAt(id.length() - 1);
        String other = id.substring(0, id.length() - 1) + (last == 'x' ? 'y' : 'x');
        return new String(document, BYTES).replace(id, other).getBytes(BYTES);
    }

    private static String corrected(String amount) {
        return new BigDecimal(amount).multiply(CORRECTION).toPlainString();
    }
}
