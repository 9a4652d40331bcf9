package io.genledger.app.web.access;

import io.genledger.app.web.problem.Problem;
import io.genledger.ports.access.Scope;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** The answers to requests that are not permitted (RFC 6750 section 3). */
final class AccessProblems {

    /** The framework passes on a request with a malformed target without its headers. */
    static final String NO_HOST =
            "the path or query is malformed, for example % without two digits, or there is not"
                    + " exactly one Host header";

    static final String FOREIGN_HOST =
            "the Host header does not name this server; address it by localhost and its port, or"
                    + " start it with --allow-host NAME";

    static final String FOREIGN_ORIGIN =
            "the Origin header does not name this server: a page of another site must not change"
                    + " anything here; programs send a token in the Authorization header";

    private static final String SCHEME = "Bearer realm=\"genledger\"";

    private AccessProblems() {}

    /** The answer to a request without a live token. */
    static HttpResponse<Problem> unauthorized(Credential credential) {
        if (credential.isCookie()) {
            return challenge(
                    HttpStatus.UNAUTHORIZED, SCHEME, "the session has ended; sign in again");
        }
        return credential.isStated()
                ? challenge(
                        HttpStatus.UNAUTHORIZED,
                        SCHEME + ", error=\"invalid_token\"",
                        "the token is unknown, expired or revoked; genledger token create makes"
                                + " another")
                : challenge(
                        HttpStatus.UNAUTHORIZED,
                        SCHEME,
                        "this needs a token in the header Authorization: Bearer glt_…; genledger"
                                + " token create makes one");
    }

    /** The answer to a request whose token does not permit it. */
    static HttpResponse<Problem> insufficient(Scope needed) {
        String name = needed.name().toLowerCase(Locale.ROOT);
        return challenge(
                HttpStatus.FORBIDDEN,
                SCHEME + ", error=\"insufficient_scope\", scope=\"" + name + "\"",
                "this needs a token of scope " + name);
    }

    private static HttpResponse<Problem> challenge(
            HttpStatus status, String challenge, String detail) {
        return Problem.answer(status, detail).header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
