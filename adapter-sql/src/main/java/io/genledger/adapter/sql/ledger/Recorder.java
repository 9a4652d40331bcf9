package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.entry.DimensionNumbers.Numbered;
import io.genledger.adapter.sql.entry.OutdatedNumbersException;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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
     * Runs {@code work} as one transaction, which renews entries when it asks for the outcomes.
     *
     * @param work is given a function that renews all, and returns an outcome for each, in the same
     *     order
     * @return the result of {@code work}
     */
    public <T> T renew(
            List<Redecoded> entries,
            BiFunction<DSLContext, Supplier<List<EntryRenewals.Outcome>>, T> work) {
        List<Long> places = entries.stream().map(Redecoded::place).toList();
        return write(
                entries.size() + 1,
                entries.stream().map(Redecoded::recording).toList(),
                (sql, prepared) ->
                        work.apply(
                                sql,
                                () ->
                                        prepared.isEmpty()
                                                ? List.of()
                                                : prepared.begin(sql)
                                                        .renew(prepared.recordings(), places)));
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
        return write(
                rows,
                recordings,
                (sql, prepared) ->
                        work.apply(
                                sql,
                                () ->
                                        prepared.isEmpty()
                                                ? List.of()
                                                : prepared.begin(sql)
                                                        .record(prepared.recordings())));
    }

    /** Recordings with all that needs no transaction done. */
    private record Prepared(Numbered<PreparedRecording> numbered) {

        boolean isEmpty() {
            return numbered.all().isEmpty();
        }

        List<PreparedRecording> recordings() {
            return numbered.all();
        }

        /** Begins to write them, if no user was erased since their texts were numbered. */
        RecordingBatch begin(DSLContext sql) {
            // A reader of the sequence, and an erasure, wait for the entries from here on.
            Engine.of(sql).announceWrite(sql, ENTRY);
            numbered.requirePresent(sql);
            return new RecordingBatch(sql, Instant.now());
        }
    }

    /** Prepares recordings again each time that a user is erased before they are written. */
    private <T> T write(
            int rows, List<Recording> recordings, BiFunction<DSLContext, Prepared, T> work) {
        try {
            Prepared prepared = new Prepared(numbers.of(recordings, PreparedRecording::of));
            return connection.write(rows, sql -> work.apply(sql, prepared));
        } catch (OutdatedNumbersException erasedMeanwhile) {
            numbers.renew();
        }
        return write(rows, recordings, work);
    }
}
