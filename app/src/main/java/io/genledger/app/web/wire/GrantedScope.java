package io.genledger.app.web.wire;

import io.genledger.ports.access.Scope;
import io.micronaut.http.HttpRequest;

/** Tells the scope of the caller of a request, for a route that does more for some scopes. */
@FunctionalInterface
public interface GrantedScope {

    /** Where no caller needs a token. */
    GrantedScope WITHOUT_TOKENS = request -> Scope.WRITE;

    /** The scope of the caller of {@code request}, which a filter has let pass. */
    Scope of(HttpRequest<?> request);
}
