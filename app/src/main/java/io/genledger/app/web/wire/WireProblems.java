package io.genledger.app.web.wire;

import io.genledger.app.web.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** States every failure below OpenRouter's path as OpenRouter does, for its own clients. */
@ServerFilter("/api/v1/**")
final class WireProblems implements Ordered {

    @ResponseFilter
    void restate(MutableHttpResponse<?> response) {
        response.getBody(Problem.class)
                .ifPresent(problem ->
                        response.contentType(MediaType.APPLICATION_JSON_TYPE)
                                .body(WireError.bytes(problem.detail(), problem.status())));
    }

    /** Before the checks whose failures it restates. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }
}
