package io.genledger.app.web.access;

import io.genledger.ports.access.Scope;
import io.micronaut.http.HttpRequest;
import java.util.function.BooleanSupplier;

/** What the caller of a request is permitted, for a route whose answer depends on it. */
public final class CallerScope {

    private static final String ATTRIBUTE = "genledger.scope";
    private static final String PERMISSION = "genledger.permission";

    private CallerScope() {}

    /** Whether the caller of {@code request} has {@code scope}. */
    public static boolean includes(HttpRequest<?> request, Scope scope) {
        return request.getAttribute(ATTRIBUTE, Scope.class)
                .filter(found -> found.includes(scope))
                .isPresent();
    }

    /**
     * Whether the caller of {@code request} is still permitted to make it, for an answer that goes
     * on for a long time. Each call may ask the ledger.
     */
    public static BooleanSupplier permission(HttpRequest<?> request) {
        return request.getAttribute(PERMISSION, BooleanSupplier.class).orElse(() -> false);
    }

    static void set(HttpRequest<?> request, Scope scope, BooleanSupplier permission) {
        request.setAttribute(ATTRIBUTE, scope);
        request.setAttribute(PERMISSION, permission);
    }
}
