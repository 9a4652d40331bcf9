package io.genledger.app.web.access;

import io.genledger.ports.usecase.access.BegunSession;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.time.Instant;

/** The cookie that holds the secret of a browser's session. */
public final class SessionCookie {

    /** Its name. */
    public static final String NAME = "genledger-session";

    private SessionCookie() {}

    /**
     * The cookie of {@code session}.
     *
     * @param secure whether browsers are to send it over TLS only
     */
    static Cookie of(BegunSession session, Instant now, boolean secure) {
        return cookie(session.secret().value(), secure)
                .maxAge(Duration.between(now, session.expires()).toSeconds());
    }

    /** The cookie that makes a browser delete the one it has. */
    static Cookie deleted(boolean secure) {
        return cookie("", secure).maxAge(0);
    }

    private static Cookie cookie(String value, boolean secure) {
        return Cookie.of(NAME, value)
                .httpOnly(true)
                .sameSite(SameSite.Strict)
                .secure(secure)
                .path("/");
    }
}
