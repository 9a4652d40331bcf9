package io.genledger.app.web.ledger;

import io.genledger.app.option.UsageException;
import io.genledger.app.option.report.ListOptions;
import io.genledger.app.option.report.ListSource;
import io.genledger.app.view.json.JsonList;
import io.genledger.app.view.listing.ListPage;
import io.genledger.app.web.parameter.NextPage;
import io.genledger.domain.report.GenerationQuery;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.io.StringWriter;
import java.time.Instant;

/** A page of a list as JSON, whose header Link names the next one. */
final class ListAnswer {

    private static final long ROWS = 50;
    private static final long MOST_ROWS = 1000;

    private ListAnswer() {}

    /**
     * Reads the page that {@code options} ask for.
     *
     * @throws UsageException if they contradict each other, or ask for too many rows
     */
    static HttpResponse<String> of(
            HttpRequest<?> request, ListOptions options, ListSource source, Instant now) {
        options.check();
        long rows = options.limit().orElse(ROWS);
        if (rows > MOST_ROWS) {
            throw new UsageException("--limit: expected at most " + MOST_ROWS);
        }
        GenerationQuery query = options.query(source, now, (int) rows + 1);
        StringWriter out = new StringWriter();
        ListPage page =
                new ListPage(new JsonList(out, options.columns().orElse(source.columns())), rows);
        source.generations().read(query, page);
        MutableHttpResponse<String> answer = HttpResponse.ok();
        page.end()
                .ifPresent(last ->
                        answer.header(HttpHeaders.LINK, NextPage.link(request, last.value())));
        return answer.body(out.toString());
    }
}
