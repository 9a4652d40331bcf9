package io.genledger.ports.access;

import java.security.SecureRandom;
import java.util.Optional;

/** The secret of an access token, which begins with {@code glt_}. */
public final class TokenSecret extends AccessSecret {

    private static final String PREFIX = "glt_";

    private TokenSecret(String value) {
        super(value);
    }

    /** A new secret. */
    public static TokenSecret draw(SecureRandom random) {
        return new TokenSecret(draw(PREFIX, random));
    }

    /** The secret that {@code text} is; empty if it has another form. */
    public static Optional<TokenSecret> parse(String text) {
        return hasForm(PREFIX, text) ? Optional.of(new TokenSecret(text)) : Optional.empty();
    }
}
