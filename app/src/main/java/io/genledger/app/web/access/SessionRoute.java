package io.genledger.app.web.access;

import io.genledger.app.view.access.SessionView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.ServerSettings;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.ProblemException;
import io.genledger.ports.usecase.access.BegunSession;
import io.genledger.ports.usecase.access.SignIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Signs a browser in with a token, and out. */
@Controller("/ledger/v1/session")
@Requires(RequiredScope.NONE)
@ExecuteOn(RequestThreads.SHORT)
final class SessionRoute {

    private final SignIn sessions;
    private final Callers callers;
    private final InstantSource clock;
    private final boolean hasTls;

    /**
     * The body of a sign-in.
     *
     * @param token the secret of a token; null if the body has none
     */
    record TokenBody(@Nullable String token) {

        @Override
        public String toString() {
            return "TokenBody";
        }
    }

    SessionRoute(LedgerAccess ledger, ServerSettings settings, Callers callers) {
        this.sessions = ledger.application().signIn();
        this.callers = callers;
        this.clock = ledger.clock();
        this.hasTls = settings.tls().isPresent();
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RouteSummary(
            value = "Begins a browser's session, which ends with its token or after 12 hours.",
            statuses = 503)
    HttpResponse<SessionView> signIn(HttpRequest<?> request, @Body TokenBody body) {
        String token = body.token();
        if (token == null) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "the body has no token: send {\"token\":\"glt_…\"}");
        }
        return sessions.signIn(token.strip())
                .map(session -> begun(session, isSecure(request)))
                .orElseThrow(() ->
                        new ProblemException(
                                HttpStatus.FORBIDDEN, "the token is unknown, expired or revoked"));
    }

    private HttpResponse<SessionView> begun(BegunSession session, boolean secure) {
        return HttpResponse.created(SessionView.of(session))
                .cookie(SessionCookie.of(session, clock.instant(), secure));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @RouteSummary(value = "Ends the session of the cookie.", statuses = 503)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        request.getCookies()
                .findCookie(SessionCookie.NAME)
                .map(Cookie::getValue)
                .ifPresent(sessions::signOut);
        callers.forget();
        return HttpResponse.noContent().cookie(SessionCookie.deleted(isSecure(request)));
    }

    /** Whether the browser uses TLS, to this server or to a proxy before it. */
    private boolean isSecure(HttpRequest<?> request) {
        return hasTls || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }
}
