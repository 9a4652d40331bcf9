package io.genledger.adapter.http.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that a webhook's receiver shares with this program. It is shown nowhere. */
public final class WebhookSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 16;

    private final SecretKeySpec key;

    /**
     * @param secret at least 16 bytes of UTF-8
     * @throws IllegalArgumentException if it is shorter; the message omits it
     */
    public WebhookSecret(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalArgumentException(
                    "the secret of a webhook has at least " + FEWEST_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The signature of a message: HMAC-SHA256 over its time, a point and its body.
     *
     * @param timestamp seconds since 1970
     * @return {@code sha256=} and hexadecimal digits
     */
    String signature(long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Java has no " + ALGORITHM, missing);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
