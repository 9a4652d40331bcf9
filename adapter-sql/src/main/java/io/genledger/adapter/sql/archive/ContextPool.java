package io.genledger.adapter.sql.archive;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Native contexts, each used by one thread at a time. A thread-local variable would keep one for
 * each thread, of which there may be thousands.
 */
final class ContextPool<C> {

    private static final int KEPT = 32;

    private final BlockingQueue<C> idle = new ArrayBlockingQueue<>(KEPT);
    private final Supplier<C> create;
    private final Consumer<C> close;

    ContextPool(Supplier<C> create, Consumer<C> close) {
        this.create = create;
        this.close = close;
    }

    <R> R use(Function<C, R> work) {
        C kept = idle.poll();
        C context = kept == null ? create.get() : kept;
        try {
            return work.apply(context);
        } finally {
            if (!idle.offer(context)) {
                close.accept(context);
            }
        }
    }
}
