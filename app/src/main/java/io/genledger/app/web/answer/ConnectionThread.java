package io.genledger.app.web.answer;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Passes on the parts of a streamed body by the thread of its connection, which also notices that
 * the client has gone: the server's framework fails for a part that another thread passes on at
 * that moment.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ConnectionThread implements Ordered {

    @ResponseFilter
    void moveTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.body() instanceof Publisher<?> parts
                && request instanceof NettyHttpRequest<?> received) {
            response.body(
                    Flux.from(parts)
                            .publishOn(
                                    Schedulers.fromExecutor(
                                            received.getChannelHandlerContext().executor()),
                                    1));
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
