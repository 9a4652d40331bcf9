package io.genledger.ports.usecase.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final StopSignal stop = new StopSignal();
    private final List<String> heard = new ArrayList<>();

    @Test
    void tellsEveryListenerOnce() {
        stop.onRequest(() -> heard.add("one"));
        stop.onRequest(() -> heard.add("other"));
        assertThat(stop.isRequested()).isFalse();
        stop.request();
        stop.request();

        assertThat(stop.isRequested()).isTrue();
        assertThat(heard).containsExactly("one", "other");
    }

    @Test
    void tellsAtOnceWhoComesLate() {
        stop.request();
        stop.onRequest(() -> heard.add("late"));

        assertThat(heard).containsExactly("late");
    }

    @Test
    void forgetsWhoIsDone() {
        Runnable done = () -> heard.add("done");
        stop.onRequest(done);
        stop.forget(done);
        stop.request();

        assertThat(heard).isEmpty();
    }
}
