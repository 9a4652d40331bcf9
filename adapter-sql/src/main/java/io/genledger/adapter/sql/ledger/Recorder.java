package io.genledger.adapter.sql.ledger;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Records into one ledger. Thread-safe. */
public final class Recorder {

    private final LedgerConnection connection;
    private final DimensionNumbers numbers;

    /** Records over {@code connection}. */
    public Recorder(LedgerConnection connection) {
        this.connection = connection;
        this.numbers = new DimensionNumbers(connection);
    }

    /**
     * Records all of {@code recordings}, or none, in one transaction with {@code work}; does not
     * change the queue by itself.
     *
     * @param work is given the outcome of each recording, in the same order
     * @return the result of {@code work}
     */
    public <T> T record(
            List<Recording> recordings, BiFunction<DSLContext, List<Outcome>, T> work) {
        List<int[]> dimensions = numbers.of(recordings);
        List<PreparedRecording> prepared =
                IntStream.range(0, recordings.size())
                        .mapToObj(i ->
                                PreparedRecording.of(recordings.get(i), dimensions.get(i)))
                        .toList();
        return connection.write(sql -> {
            List<Outcome> outcomes =
                    prepared.isEmpty()
                            ? List.of()
                            : new RecordingBatch(sql, Instant.now()).record(prepared);
            return work.apply(sql, outcomes);
        });
    }
}
