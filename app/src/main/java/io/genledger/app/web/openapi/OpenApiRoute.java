package io.genledger.app.web.openapi;

import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/** The document of all routes, which tells nothing of the ledger. */
@Controller
@Requires(RequiredScope.NONE)
final class OpenApiRoute {

    private final OpenApiDocument document;

    OpenApiRoute(OpenApiDocument document) {
        this.document = document;
    }

    @Get("/openapi.json")
    @RouteSummary("This document.")
    Map<String, Object> document() {
        return document.tree();
    }
}
