package io.genledger.ports.usecase.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final StopSignal stop = new StopSignal();
    private final List<String> called = new ArrayList<>();

    @Test
    void callsEveryListenerOnce() {
        stop.onRequest(() -> called.add("one"));
        stop.onRequest(() -> called.add("other"));
        assertThat(stop.isRequested()).isFalse();
        stop.request();
        stop.request();

        assertThat(stop.isRequested()).isTrue();
        assertThat(called).containsExactly("one", "other");
    }

    @Test
    void callsALateListenerAtOnce() {
        stop.request();
        stop.onRequest(() -> called.add("late"));

        assertThat(called).containsExactly("late");
    }

    @Test
    void neverCallsARemovedListener() {
        Runnable done = () -> called.add("done");
        stop.onRequest(done);
        stop.forget(done);
        stop.request();

        assertThat(called).isEmpty();
    }
}
