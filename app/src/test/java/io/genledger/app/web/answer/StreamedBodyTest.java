package io.genledger.app.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class StreamedBodyTest {

    private static final int PIECE = 1 << 16;

    @Test
    void aBodyOfAnyLengthArrivesWhole() {
        for (int length : List.of(0, 1, PIECE - 1, PIECE, PIECE + 1, 5 * PIECE + 7)) {
            byte[] body = new byte[length];
            for (int i = 0; i < length; i++) {
                body[i] = (byte) (i * 31);
            }

            assertThat(all(StreamedBody.of(Thread::startVirtualThread, out -> out.write(body))))
                    .isEqualTo(body);
        }
    }

    @Test
    void aFailureBeforeTheFirstPieceIsThrown() {
        assertThatThrownBy(() ->
                        StreamedBody.of(
                                Thread::startVirtualThread,
                                out -> {
                                    out.write(1);
                                    throw new IllegalStateException("early");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("early");
    }

    @Test
    void aLaterFailureBreaksTheBodyOff() {
        Publisher<byte[]> body =
                StreamedBody.of(
                        Thread::startVirtualThread,
                        out -> {
                            out.write(new byte[3 * PIECE]);
                            throw new IllegalStateException("late");
                        });

        assertThatThrownBy(() -> all(body)).hasMessage("late");
    }

    @Test
    void theContentIsWrittenNoFasterThanItIsRead() {
        AtomicLong written = new AtomicLong();
        Publisher<byte[]> body =
                StreamedBody.of(
                        Thread::startVirtualThread,
                        out -> {
                            for (int i = 0; i < 100; i++) {
                                out.write(new byte[PIECE]);
                                written.incrementAndGet();
                            }
                        });

        Flux.from(body).limitRate(1).take(3).blockLast();

        assertThat(written).hasValueLessThan(10);
    }

    @Test
    void aClientThatGoesAwayEndsTheContent() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Publisher<byte[]> body =
                StreamedBody.of(
                        Thread::startVirtualThread,
                        out -> {
                            try {
                                while (true) {
                                    out.write(new byte[PIECE]);
                                }
                            } catch (IOException gone) {
                                ended.complete(gone);
                                throw gone;
                            }
                        });

        Flux.from(body).limitRate(1).take(2).blockLast();

        assertThat(ended.get(30, TimeUnit.SECONDS))
                .hasMessage("the client has ended the connection");
    }

    private static byte[] all(Publisher<byte[]> body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Flux.from(body).doOnNext(all::writeBytes).blockLast();
        return all.toByteArray();
    }
}
