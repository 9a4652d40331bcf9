package io.genledger.adapter.http.simulator;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Documents that say something else than before, made without a look at their grammar. */
public final class Forgery {

    /** What a corrected amount is of the first one: exact, and one decimal longer at most. */
    public static final BigDecimal CORRECTION = new BigDecimal("0.9");

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(\"(?:usage|total_cost|upstream_inference_cost)\"\\s*:\\s*)(-?\\d[\\d.eE+-]*)");

    /** Each byte is one character of it, and comes back as the same byte. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private Forgery() {}

    /** The same document with usage, total cost and upstream cost at nine tenths. */
    public static byte[] corrected(byte[] document) {
        return AMOUNT.matcher(new String(document, BYTES))
                .replaceAll(amount -> amount.group(1) + ninetyPercentOf(amount.group(2)))
                .getBytes(BYTES);
    }

    /** The same document under another id that looks as good. */
    static byte[] ofAnotherId(byte[] document, String id) {
        char last = id.charAt(id.length() - 1);
        String other = id.substring(0, id.length() - 1) + (last == 'x' ? 'y' : 'x');
        return new String(document, BYTES).replace(id, other).getBytes(BYTES);
    }

    private static String ninetyPercentOf(String amount) {
        return new BigDecimal(amount).multiply(CORRECTION).toPlainString();
    }
}
