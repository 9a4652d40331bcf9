package io.genledger.adapter.sql.engine;

import java.util.function.Consumer;

/** The exception that a consumer of rows threw. It says nothing about the ledger. */
final class ConsumerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException thrown;

    private ConsumerFailure(RuntimeException thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** The consumer, with its failures as instances of this class. */
    static <T> Consumer<T> of(Consumer<T> consumer) {
        return value -> {
            try {
                consumer.accept(value);
            } catch (RuntimeException thrown) {
                throw new ConsumerFailure(thrown);
            }
        };
    }

    RuntimeException thrown() {
        return thrown;
    }
}
