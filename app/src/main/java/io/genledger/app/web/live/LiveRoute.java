package io.genledger.app.web.live;

import io.genledger.app.option.UsageException;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.CallerScope;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** What is recorded, while it is recorded. */
@Controller("/ledger/v1/live")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class LiveRoute {

    private static final String LAST = "Last-Event-ID";

    private final LiveFeed feed;

    LiveRoute(LiveFeed feed) {
        this.feed = feed;
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    @RouteSummary(
            value =
                    "Server-sent events: recorded and corrected with the generation's id, queue"
                            + " with the queue's counts. Last-Event-ID resumes behind that event.",
            headers = LAST)
    Flux<Event<?>> events(HttpRequest<?> request) {
        return feed.events(
                Optional.ofNullable(request.getHeaders().get(LAST)).map(LiveRoute::number),
                CallerScope.permission(request));
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0 && number < Long.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Refused below, as a number out of range is.
        }
        throw new UsageException(LAST + ": expected the id of an event, a whole number");
    }
}
