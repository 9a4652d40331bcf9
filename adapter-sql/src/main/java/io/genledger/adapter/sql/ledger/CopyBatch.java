package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PrimitiveIterator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Generations of another ledger, written with all their revisions and times of recording. Unlike a
 * recording, they are not compared with what is recorded: the ledger must not hold them yet.
 */
public final class CopyBatch {

    /**
     * A revision that was recorded earlier.
     *
     * @param recordedAt the time of recording, not before that of the revision before
     */
    public record Revision(Recording recording, Instant recordedAt) {}

    /**
     * A generation.
     *
     * @param revisions all of them, oldest first; at least one
     * @param readAge seconds from creation to the last fetch; null for inline usage
     */
    public record Copied(List<Revision> revisions, @Nullable Long readAge) {}

    private record Prepared(Copied copied, List<PreparedRecording> recordings) {}

    private final List<Prepared> generations;

    private CopyBatch(List<Prepared> generations) {
        this.generations = generations;
    }

    /** Does all that needs no transaction, and numbers the dimensions. */
    public static CopyBatch prepare(List<Copied> generations, DimensionNumbers numbers) {
        List<Recording> recordings =
                generations.stream()
                        .flatMap(one -> one.revisions().stream().map(Revision::recording))
                        .toList();
        Iterator<int[]> dimensions = numbers.of(recordings).iterator();
        return new CopyBatch(
                generations.stream()
                        .map(one ->
                                new Prepared(
                                        one,
                                        one.revisions().stream()
                                                .map(Revision::recording)
                                                .map(each ->
                                                        PreparedRecording.of(
                                                                each, dimensions.next()))
                                                .toList()))
                        .toList());
    }

    /** Writes all generations. */
    public void write(DSLContext sql) {
        Engine engine = Engine.of(sql);
        PrimitiveIterator.OfLong numbers = allocate(engine, sql, "generation_number", generations.size());
        int rows = generations.stream().mapToInt(one -> 2 * one.recordings().size() - 1).sum();
        PrimitiveIterator.OfLong seqs = allocate(engine, sql, "entry_seq", rows);
        EntryBatch entries = new EntryBatch(sql);
        List<Object[]> rowsOfGenerations = new ArrayList<>();
        for (Prepared generation : generations) {
            long number = numbers.nextLong();
            EntryRow current = add(generation, number, seqs, entries);
            rowsOfGenerations.add(
                    new Object[] {
                        number,
                        generation.recordings().get(0).id(),
                        current.seq(),
                        current.required(ENTRY.CREATED_US),
                        generation.copied().readAge()
                    });
        }
        RecordingBatch.INSERT_GENERATION.execute(sql, rowsOfGenerations);
        entries.write();
    }

    private static PrimitiveIterator.OfLong allocate(
            Engine engine, DSLContext sql, String sequence, int count) {
        return Arrays.stream(engine.allocate(sql, sequence, count)).iterator();
    }

    private static EntryRow add(
            Prepared generation, long number, PrimitiveIterator.OfLong seqs, EntryBatch entries) {
        KnownRevisions revisions = new KnownRevisions(number);
        for (int i = 0; i < generation.recordings().size(); i++) {
            PreparedRecording recording = generation.recordings().get(i);
            Instant recordedAt = generation.copied().revisions().get(i).recordedAt();
            if (i == 0) {
                entries.append(recording, revisions, seqs.nextLong(), recordedAt);
            } else {
                entries.correct(
                        recording, revisions, seqs.nextLong(), seqs.nextLong(), recordedAt);
            }
        }
        return Objects.requireNonNull(revisions.newest());
    }
}
