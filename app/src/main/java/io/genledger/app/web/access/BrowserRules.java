package io.genledger.app.web.access;

import io.genledger.app.web.ServerSettings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * What a page of another site must not make a browser do. Browsers send a cookie, and requests to
 * this machine, on behalf of any page; they state the page's site in headers that it cannot set.
 */
@Singleton
final class BrowserRules {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final List<String> schemes;

    BrowserRules(ServerSettings settings) {
        // Without TLS of its own the server may be behind a proxy with it.
        this.schemes =
                settings.tls().isPresent() ? List.of("https://") : List.of("http://", "https://");
    }

    /**
     * Whether {@code request} may change something: its Origin is this server, or it has none and
     * no cookie either. An Authorization header is proof enough: a browser adds none by itself.
     */
    boolean permitChange(HttpRequest<?> request, Credential credential) {
        if (READING.contains(request.getMethod())
                || (credential.isStated() && !credential.isCookie())) {
            return true;
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin == null ? !credential.isCookie() : isOwn(origin, request);
    }

    /** Whether a page of another site made a browser send {@code request} without a token. */
    boolean isFromOtherSite(HttpRequest<?> request, Credential credential) {
        String site = request.getHeaders().get(SITE);
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        boolean isForeign =
                (site != null && !OWN_SITE.contains(site))
                        || (origin != null && !isOwn(origin, request));
        return isForeign && (!credential.isStated() || credential.isCookie());
    }

    private boolean isOwn(String origin, HttpRequest<?> request) {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return schemes.stream().anyMatch(scheme -> origin.equalsIgnoreCase(scheme + host));
    }
}
