package io.genledger.adapter.sql.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.close();
    }

    private ServerWatch watch(Callable<?> probe) {
        return new ServerWatch(threads, probe);
    }

    private static String none(Duration longest) throws TimeoutException {
        throw new TimeoutException();
    }

    @Test
    void anAnswerIsPassedOn() throws Exception {
        String answer = watch(() -> true).await(longest -> "answer", MINUTE);

        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void nobodyWaitsForAServerThatIsAway() {
        SQLException away = new SQLException("failed", new ConnectException("refused"));

        assertThatThrownBy(() ->
                        watch(
                                        () -> {
                                            throw away;
                                        })
                                .await(ServerWatchTest::none, MINUTE))
                .isInstanceOf(ExecutionException.class)
                .hasCause(away);
    }

    @Test
    void aServerThatRefusesTheQuestionIsWaitedFor() {
        assertThatThrownBy(() ->
                        watch(
                                        () -> {
                                            throw new SQLException("too many queries");
                                        })
                                .await(ServerWatchTest::none, SHORT))
                .isInstanceOf(TimeoutException.class);
    }
}
