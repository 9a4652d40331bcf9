package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.entry.DimensionNumbers.Numbered;
import io.genledger.adapter.sql.entry.Numbering;
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
     * Recordings with what is done before their transaction: documents are compressed, and texts
     * that the ledger has are numbered.
     */
    public static final class Preparation {

        private final Numbering<PreparedRecording> numbering;

        private Preparation(Numbering<PreparedRecording> numbering) {
            this.numbering = numbering;
        }
    }

    /** Prepares {@code recordings} as far as the ledger need not be written. */
    public Preparation prepare(List<Recording> recordings) {
        return new Preparation(numbers.begin(recordings, PreparedRecording::of));
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
                prepare(entries.stream().map(Redecoded::recording).toList()),
                (sql, numbered) ->
                        work.apply(
                                sql,
                                () ->
                                        places.isEmpty()
                                                ? List.of()
                                                : begin(sql, numbered)
                                                        .renew(numbered.all(), places)));
    }

    /**
     * Runs {@code work} as one transaction, which records recordings when it asks for their
     * outcomes. Recording does not change the queue.
     *
     * @param rows how many rows the work writes, roughly; 1 or more
     * @param work is given a function that records all, and returns an outcome for each, in the
     *     same order
     * @return the result of {@code work}
     */
    public <T> T record(
            int rows,
            Preparation recordings,
            BiFunction<DSLContext, Supplier<List<Outcome>>, T> work) {
        return write(
                rows,
                recordings,
                (sql, numbered) ->
                        work.apply(
                                sql,
                                () ->
                                        numbered.all().isEmpty()
                                                ? List.of()
                                                : begin(sql, numbered).record(numbered.all())));
    }

    /** Begins to write recordings, if no user was erased since their texts were numbered. */
    private static RecordingBatch begin(DSLContext sql, Numbered<PreparedRecording> numbered) {
        // A reader of the sequence, and an erasure, wait for the entries from here on.
        Engine.of(sql).announceWrite(sql, ENTRY);
        numbered.requirePresent(sql);
        return new RecordingBatch(sql, Instant.now());
    }

    /** Prepares recordings again each time that a user is erased before they are written. */
    private <T> T write(
            int rows,
            Preparation recordings,
            BiFunction<DSLContext, Numbered<PreparedRecording>, T> work) {
        try {
            Numbered<PreparedRecording> numbered =
                    numbers.finish(recordings.numbering, PreparedRecording::numbered);
            return connection.write(rows, sql -> work.apply(sql, numbered));
        } catch (OutdatedNumbersException erasedMeanwhile) {
            numbers.renew();
        }
        return write(rows, prepare(recordings.numbering.recordings()), work);
    }
}
