package io.genledger.app.web.openapi;

import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** The document of all routes, which tells nothing of the ledger. */
@Controller
@Requires(RequiredScope.NONE)
@ExecuteOn(RequestThreads.SHORT)
final class OpenApiRoute {

    private static final String STYLE = "openapi.css";

    private final OpenApiDocument document;
    private final byte[] style;

    OpenApiRoute(OpenApiDocument document) throws IOException {
        this.document = document;
        try (InputStream file = OpenApiRoute.class.getResourceAsStream(STYLE)) {
            style = Objects.requireNonNull(file, STYLE).readAllBytes();
        }
    }

    @Get("/openapi.json")
    @RouteSummary("This document.")
    Map<String, Object> document() {
        return document.tree();
    }

    @Get(value = "/openapi", produces = MediaType.TEXT_HTML)
    @RouteSummary("This document as a page for people.")
    String page() {
        return ApiPage.of(document.tree());
    }

    @Get(value = "/openapi.css", produces = "text/css")
    @RouteSummary("The style of that page.")
    byte[] style() {
        return style;
    }
}
