package io.genledger.app.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestsUnderWayTest {

    private final RequestsUnderWay requests = new RequestsUnderWay();

    @Test
    void aStopWithoutRequestsIsOverAtOnce() {
        assertThat(stop()).isCompleted();
    }

    @Test
    void aStopWaitsForEveryRequestThatIsBeingAnswered() {
        HttpRequest<?> first = begun();
        HttpRequest<?> second = begun();

        CompletableFuture<?> stop = stop();

        requests.end(second);
        assertThat(stop).isNotDone();
        requests.end(first);
        assertThat(stop).isCompleted();
    }

    @Test
    void aRequestThatComesBeforeTheLastIsAnsweredIsAnsweredToo() {
        HttpRequest<?> first = begun();
        CompletableFuture<?> stop = stop();
        HttpRequest<?> late = begun();

        requests.end(first);
        assertThat(stop).isNotDone();
        requests.end(late);
        assertThat(stop).isCompleted();
    }

    @Test
    void aRequestBehindTheLastIsRefusedUntilLater() {
        assertThat(stop()).isCompleted();
        HttpRequest<?> late = HttpRequest.GET("/");

        HttpResponse<?> refused = requests.begin(late).orElseThrow();
        requests.end(late);

        assertThat(refused.code()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void aSecondStopIsTheSame() {
        HttpRequest<?> request = begun();
        assertThat(stop()).isSameAs(stop()).isNotDone();

        requests.end(request);

        assertThat(stop()).isCompleted();
    }

    private HttpRequest<?> begun() {
        HttpRequest<?> request = HttpRequest.GET("/");
        assertThat(requests.begin(request)).isEqualTo(Optional.empty());
        return request;
    }

    private CompletableFuture<?> stop() {
        return requests.shutdownGracefully().toCompletableFuture();
    }
}
