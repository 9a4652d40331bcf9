package io.genledger.app.web.page;

import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.answer.EntityTag;
import io.genledger.app.web.page.PageContents.Content;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The page, whose files tell nothing of the ledger; its modules ask for that by other routes. */
@Controller
@Requires(RequiredScope.NONE)
final class PageRoute {

    /** Browsers keep the document, and ask each time whether it is still the same. */
    private static final String REVALIDATED = "no-cache";

    /** A file of a version never changes. */
    private static final String KEPT = "public, max-age=31536000, immutable";

    private static final String GZIP = "gzip";

    private final PageContents contents;

    PageRoute(PageContents contents) {
        this.contents = contents;
    }

    @Get(
            uris = {"/", "/generations", "/generation", "/health"},
            produces = MediaType.TEXT_HTML)
    @RouteSummary(value = "The page for people, which shows this screen.", statuses = 304)
    HttpResponse<byte[]> document(HttpRequest<?> request) {
        return answer(request, contents.document(), "text/html", REVALIDATED);
    }

    @Get(value = "/page/{version}/{file}", produces = MediaType.ALL)
    @RouteSummary(
            value = "A module or style of the page.",
            statuses = {304, 404})
    HttpResponse<byte[]> file(HttpRequest<?> request, String version, String file) {
        Content content =
                contents.file(file)
                        .filter(found -> version.equals(contents.version()))
                        .orElseThrow(PageRoute::unknown);
        String type = file.endsWith(".css") ? "text/css" : "text/javascript";
        return answer(request, content, type, KEPT);
    }

    private HttpResponse<byte[]> answer(
            HttpRequest<?> request, Content content, String type, String caching) {
        EntityTag tag = new EntityTag(contents.version());
        MutableHttpResponse<byte[]> answer =
                tag.isKnownBy(request)
                        ? tag.unchanged()
                        : tag.on(encoded(request, content))
                                .contentType(MediaType.of(type + "; charset=utf-8"));
        return answer.header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static MutableHttpResponse<byte[]> encoded(HttpRequest<?> request, Content content) {
        boolean takesGzip =
                request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
                        .anyMatch(one -> one.contains(GZIP) && !one.contains(GZIP + ";q=0"));
        return takesGzip
                ? HttpResponse.ok(content.gzip()).header(HttpHeaders.CONTENT_ENCODING, GZIP)
                : HttpResponse.ok(content.plain());
    }

    private static ProblemException unknown() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "the page has no such file, or its version has changed");
    }
}
