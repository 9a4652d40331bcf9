package io.genledger.ports.access;

import java.security.SecureRandom;
import java.util.Optional;

/** The secret of a browser's session, which begins with {@code gls_}. */
public final class SessionSecret extends AccessSecret {

    private static final String PREFIX = "gls_";

    private SessionSecret(String value) {
        super(value);
    }

    /** A new secret. */
    public static SessionSecret draw(SecureRandom random) {
        return new SessionSecret(draw(PREFIX, random));
    }

    /** The secret that {@code text} is; empty if it has another form. */
    public static Optional<SessionSecret> parse(String text) {
        return hasForm(PREFIX, text) ? Optional.of(new SessionSecret(text)) : Optional.empty();
    }
}
