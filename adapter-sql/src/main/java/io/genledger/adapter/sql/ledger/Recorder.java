package io.genledger.adapter.sql.ledger;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Records into one ledger. Thread-safe. */
public final class Recorder {

    /** Fewer are prepared sooner by one thread. */
    private static final int FEWEST_IN_PARALLEL = 500;

    private final LedgerConnection connection;
    private final DimensionNumbers numbers;

    /** Records over {@code connection}. */
    public Recorder(LedgerConnection connection) {
        this.connection = connection;
        this.numbers = new DimensionNumbers(connection);
    }

    /**
     * Runs {@code work} as one transaction, which renews entries when it asks for the outcomes.
     *
     * @param work is given a function that renews all, and returns an outcome for each, in the same
     *     order
     * @return the result of {@code work}
     */
    public <T> T renew(
            List<Redecoded> entries,
            BiFunction<DSLContext, Supplier<List<EntryRenewals.Outcome>>, T> work) {
        List<PreparedRecording> prepared =
                prepare(entries.stream().map(Redecoded::recording).toList());
        List<Long> places = entries.stream().map(Redecoded::place).toList();
        return connection.write(
                entries.size() + 1,
                sql ->
                        work.apply(
                                sql,
                                () ->
                                        new RecordingBatch(sql, Instant.now())
                                                .renew(prepared, places)));
    }

    /**
     * Runs {@code work} as one transaction, which records {@code recordings} when it asks for their
     * outcomes. Recording does not change the queue.
     *
     * @param rows how many rows the work writes, roughly; 1 or more
     * @param work is given a function that records all, and returns an outcome for each, in the
     *     same order
     * @return the result of {@code work}
     */
    public <T> T record(
            int rows,
            List<Recording> recordings,
            BiFunction<DSLContext, Supplier<List<Outcome>>, T> work) {
        List<PreparedRecording> prepared = prepare(recordings);
        return connection.write(rows, sql -> work.apply(sql, () -> record(sql, prepared)));
    }

    private List<PreparedRecording> prepare(List<Recording> recordings) {
        List<int[]> dimensions = numbers.of(recordings);
        IntStream all = IntStream.range(0, recordings.size());
        return (recordings.size() < FEWEST_IN_PARALLEL ? all : all.parallel())
                .mapToObj(i -> PreparedRecording.of(recordings.get(i), dimensions.get(i)))
                .toList();
    }

    private static List<Outcome> record(DSLContext sql, List<PreparedRecording> recordings) {
        return recordings.isEmpty()
                ? List.of()
                : new RecordingBatch(sql, Instant.now()).record(recordings);
    }
}
