package io.genledger.app.web.access;

import io.genledger.ports.access.AccessSecret;
import io.genledger.ports.access.SessionSecret;
import io.genledger.ports.access.TokenSecret;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;

/**
 * What a request states about its caller.
 *
 * @param secret the secret of a token or a session; empty if there is none of the right form
 * @param isStated whether there is an Authorization header or a cookie of the server, in any form
 * @param isCookie whether a browser may have added it without being told so by a page of this
 *     server
 */
record Credential(Optional<AccessSecret> secret, boolean isStated, boolean isCookie) {

    private static final String BEARER = "bearer ";

    /** The credential of {@code request}; an Authorization header comes before a cookie. */
    static Credential of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return new Credential(bearer(header), true, false);
        }
        Optional<String> cookie =
                request.getCookies().findCookie(SessionCookie.NAME).map(Cookie::getValue);
        return new Credential(
                cookie.flatMap(SessionSecret::parse), cookie.isPresent(), cookie.isPresent());
    }

    private static Optional<AccessSecret> bearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? TokenSecret.parse(header.substring(BEARER.length()).strip()).map(each -> each)
                : Optional.empty();
    }
}
