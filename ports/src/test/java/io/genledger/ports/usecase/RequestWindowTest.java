package io.genledger.ports.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestWindowTest {

    @Test
    void beginsWithTheMostAndNeverExceedsIt() {
        RequestWindow window = new RequestWindow(16);
        answer(window, 100);

        assertThat(window.size()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 8", "16, 2, 4", "16, 5, 1", "5, 1, 2", "1, 1, 1", "256, 100, 1"})
    void halvesButNeverCloses(int most, int times, int size) {
        RequestWindow window = new RequestWindow(most);
        for (int i = 0; i < times; i++) {
            window.narrow();
        }

        assertThat(window.size()).isEqualTo(size);
    }

    @Test
    void growsByOneAfterEachFullRoundOfAnswers() {
        RequestWindow window = new RequestWindow(16);
        window.narrow();
        answer(window, 7);
        assertThat(window.size()).isEqualTo(8);
        answer(window, 1);
        assertThat(window.size()).isEqualTo(9);
        answer(window, 9);
        assertThat(window.size()).isEqualTo(10);
    }

    private static void answer(RequestWindow window, int times) {
        IntStream.range(0, times).forEach(i -> window.widen());
    }
}
