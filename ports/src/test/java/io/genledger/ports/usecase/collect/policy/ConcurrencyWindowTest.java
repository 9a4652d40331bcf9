package io.genledger.ports.usecase.collect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyWindowTest {

    @Test
    void beginsWithTheMostAndNeverExceedsIt() {
        ConcurrencyWindow window = new ConcurrencyWindow(16);
        succeed(window, 100);

        assertThat(window.size()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 8", "16, 2, 4", "16, 5, 1", "5, 1, 2", "1, 1, 1", "256, 100, 1"})
    void halvesButNeverCloses(int most, int times, int size) {
        ConcurrencyWindow window = new ConcurrencyWindow(most);
        for (int i = 0; i < times; i++) {
            window.narrow();
        }

        assertThat(window.size()).isEqualTo(size);
    }

    @Test
    void growsByOneAfterEachFullWindow() {
        ConcurrencyWindow window = new ConcurrencyWindow(16);
        window.narrow();
        succeed(window, 7);
        assertThat(window.size()).isEqualTo(8);
        succeed(window, 1);
        assertThat(window.size()).isEqualTo(9);
        succeed(window, 9);
        assertThat(window.size()).isEqualTo(10);
    }

    private static void succeed(ConcurrencyWindow window, int times) {
        IntStream.range(0, times).forEach(i -> window.widen());
    }
}
