package io.genledger.app.web.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The body of an answer that is sent while it is written, piece by piece, as fast as the client
 * reads. Until the first piece is full, a failure can still be answered as one.
 */
public final class StreamedBody extends OutputStream {

    private static final int PIECE_BYTES = 1 << 16;

    /** How long a client may read nothing: what writes the body may hold a transaction open. */
    private static final int LONGEST_STALL_SECONDS = 60;

    private final CompletableFuture<Publisher<byte[]>> begun = new CompletableFuture<>();
    private final CompletableFuture<FluxSink<byte[]>> subscriber = new CompletableFuture<>();
    private final Semaphore wanted = new Semaphore(0);
    private final byte[] piece = new byte[PIECE_BYTES];
    private int filled;

    private StreamedBody() {}

    /** What writes a body. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the body.
         *
         * @throws IOException if it cannot be written, e.g. because the client has gone
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The body that {@code content} writes on one of {@code threads}. Returns as soon as the first
     * piece is full or the content has ended.
     *
     * @param threads not those of the caller, which waits
     * @throws java.util.concurrent.RejectedExecutionException if too many bodies wait for a thread
     * @throws RuntimeException the failure of the content before that
     */
    public static Publisher<byte[]> of(Executor threads, Content content) {
        StreamedBody body = new StreamedBody();
        threads.execute(() -> body.run(content));
        try {
            return body.begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }

    private void run(Content content) {
        try {
            content.writeTo(this);
            end();
        } catch (IOException failure) {
            fail(new UncheckedIOException(failure));
        } catch (RuntimeException | Error failure) {
            fail(failure);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        for (int at = from; at < end; ) {
            if (filled == PIECE_BYTES) {
                begun.complete(Flux.create(this::connect, FluxSink.OverflowStrategy.ERROR));
                send();
            }
            int part = Math.min(end - at, PIECE_BYTES - filled);
            System.arraycopy(bytes, at, piece, filled, part);
            filled += part;
            at += part;
        }
    }

    private void connect(FluxSink<byte[]> sink) {
        sink.onRequest(pieces -> wanted.release((int) Math.min(pieces, Integer.MAX_VALUE / 2)));
        sink.onDispose(wanted::release);
        subscriber.complete(sink);
    }

    private void send() throws IOException {
        FluxSink<byte[]> sink = awaitWish();
        if (sink.isCancelled()) {
            throw new IOException("the client has ended the connection");
        }
        sink.next(Arrays.copyOf(piece, filled));
        filled = 0;
    }

    /** Waits until the client reads on. */
    private FluxSink<byte[]> awaitWish() throws IOException {
        try {
            FluxSink<byte[]> sink = subscriber.get(LONGEST_STALL_SECONDS, TimeUnit.SECONDS);
            if (wanted.tryAcquire(LONGEST_STALL_SECONDS, TimeUnit.SECONDS)) {
                return sink;
            }
            throw new IOException("the client has read nothing for a minute");
        } catch (TimeoutException | ExecutionException unread) {
            throw new IOException("the answer was not sent", unread);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private void end() throws IOException {
        if (begun.complete(Flux.just(Arrays.copyOf(piece, filled)))) {
            return;
        }
        send();
        subscriber.join().complete();
    }

    /**
     * A failure behind the first piece breaks the answer off, so that no client takes it as whole.
     */
    private void fail(Throwable failure) {
        if (!begun.completeExceptionally(failure)) {
            CompletableFuture<Void> unused =
                    subscriber.thenAccept(sink -> {
                        if (!sink.isCancelled()) {
                            sink.error(failure);
                        }
                    });
        }
    }
}
