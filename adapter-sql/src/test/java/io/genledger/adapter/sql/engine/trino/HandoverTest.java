package io.genledger.adapter.sql.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Handover<Integer> handover = new Handover<>();

    @Test
    void rowsKeepTheirOrderAndEnd() throws Exception {
        Thread reader =
                Thread.startVirtualThread(() -> {
                    IntStream.range(0, 5_000).forEach(handover::put);
                    handover.end();
                });
        for (int row = 0; row < 5_000; row++) {
            assertThat(handover.next(LIMIT)).contains(row);
        }

        assertThat(handover.next(LIMIT)).isEmpty();
        reader.join();
    }

    @Test
    void aRowThatDoesNotComeEndsTheWait() {
        assertThatThrownBy(() -> handover.next(Duration.ZERO)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void anUnwantedReaderStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> handover.put(1)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
