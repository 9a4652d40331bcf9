package io.genledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.inject.qualifiers.Qualifiers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server while all threads of one kind, and the queue before them, are full. */
@SuppressWarnings("try") // resources that are only open for the time of a test
class RequestThreadsTest {

    private static final byte[] IDS =
            "[\"gen-1731289055-7lM7yhtp335znp1qegkj\"]".getBytes(StandardCharsets.UTF_8);

    /** More than a short body. */
    private static final byte[] MANY_IDS =
            "gen-1731289055-7lM7yhtp335znp1qegkj\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        RequestThreads.REPORTS + ", /ledger/v1/report",
        RequestThreads.READS + ", /ledger/v1/findings",
        RequestThreads.READS + ", /ledger/v1/run?request=1",
        RequestThreads.EXPORTS + ", /ledger/v1/export?format=csv"
    })
    void longReadsBeyondTheQueueAreRefusedUntilLater(String threads, String path) {
        try (RunningServer server = new RunningServer(folder);
                Occupied occupied = new Occupied(server, threads)) {
            HttpResponse<String> refused = server.get(path);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(RunningServer.json(refused).path("detail").stringValue())
                    .contains("too many requests", "ask again later");
        }
    }

    @Test
    void longReadsDelayNoOtherRequest() {
        try (RunningServer server = new RunningServer(folder);
                Occupied reads = new Occupied(server, RequestThreads.READS);
                Occupied reports = new Occupied(server, RequestThreads.REPORTS);
                Occupied exports = new Occupied(server, RequestThreads.EXPORTS)) {
            assertThat(server.get("/api/v1/generation?id=gen-1").statusCode()).isEqualTo(404);
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(server.send("POST", "/ledger/v1/generations", IDS).statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void reportsDelayNoList() {
        try (RunningServer server = new RunningServer(folder);
                Occupied reports = new Occupied(server, RequestThreads.REPORTS)) {
            assertThat(server.get("/ledger/v1/status").statusCode()).isEqualTo(200);
            assertThat(server.get("/ledger/v1/generations").statusCode()).isEqualTo(200);
            assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsTakenInDelaysNoRead() {
        try (RunningServer server = new RunningServer(folder);
                Occupied intake = new Occupied(server, RequestThreads.INTAKE)) {
            assertThat(server.send("POST", "/ledger/v1/generations", MANY_IDS).statusCode())
                    .isEqualTo(503);
            assertThat(server.get("/api/v1/generation?id=gen-1").statusCode()).isEqualTo(404);
            assertThat(server.get("/ledger/v1/report").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RequestThreads.SHORT,
                RequestThreads.READS,
                RequestThreads.REPORTS,
                RequestThreads.EXPORTS,
                RequestThreads.INTAKE
            })
    void aStopWaitsForWorkWhoseClientHasGone(String name) {
        RunningServer server = new RunningServer(folder);
        ExecutorService threads = threads(server, name);
        CompletableFuture<Boolean> isServerThere =
                CompletableFuture.supplyAsync(
                        () -> {
                            while (!threads.isShutdown()) {
                                Thread.onSpinWait();
                            }
                            return server.context().isRunning();
                        },
                        threads);

        server.close();

        assertThat(isServerThere).isCompletedWithValue(true);
    }

    @Test
    void aStopInterruptsWorkThatWouldNotEnd() {
        RunningServer server = new RunningServer(folder);
        CompletableFuture<Boolean> isInterrupted =
                CompletableFuture.supplyAsync(
                        RequestThreadsTest::waitsUntilInterrupted,
                        threads(server, RequestThreads.EXPORTS));

        server.close();

        assertThat(isInterrupted).isCompletedWithValue(true);
    }

    private static boolean waitsUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
            return false;
        } catch (InterruptedException stopped) {
            return true;
        }
    }

    private static ExecutorService threads(RunningServer server, String name) {
        return server.context().getBean(ExecutorService.class, Qualifiers.byName(name));
    }

    /** All threads of one kind wait, and so does as much work as their queue takes. */
    private static final class Occupied implements AutoCloseable {

        private final CountDownLatch end = new CountDownLatch(1);

        Occupied(RunningServer server, String name) {
            ExecutorService threads = threads(server, name);
            try {
                while (true) {
                    threads.execute(this::waitForEnd);
                }
            } catch (RejectedExecutionException full) {
                assertThat(threads.isShutdown()).isFalse();
            }
        }

        private void waitForEnd() {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            end.countDown();
        }
    }
}
