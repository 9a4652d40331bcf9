package io.genledger.app.web.access;

import io.genledger.ports.access.Scope;
import io.micronaut.http.HttpRequest;

/** What the caller of a request is permitted, for a route whose answer depends on it. */
public final class CallerScope {

    private static final String ATTRIBUTE = "genledger.scope";

    private CallerScope() {}

    /** Whether the caller of {@code request} has {@code scope}. */
    public static boolean includes(HttpRequest<?> request, Scope scope) {
        return request.getAttribute(ATTRIBUTE, Scope.class)
                .filter(found -> found.includes(scope))
                .isPresent();
    }

    static void set(HttpRequest<?> request, Scope scope) {
        request.setAttribute(ATTRIBUTE, scope);
    }
}
