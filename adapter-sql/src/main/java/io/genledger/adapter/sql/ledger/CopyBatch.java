package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.update;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Generations of another ledger, written with all their revisions and times of recording. Unlike
 * recordings, they are not compared with what is recorded: the ledger must not hold them yet.
 */
public final class CopyBatch {

    private static final BulkStatement UPDATE_READ_AGE =
            new BulkStatement(
                    update(GENERATION)
                            .set(GENERATION.READ_AGE_S, param("age", GENERATION.READ_AGE_S))
                            .where(GENERATION.ID.eq(param("id", GENERATION.ID))));

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

    /** A generation with all that needs no transaction done. */
    record Prepared(Copied copied, List<PreparedRecording> recordings) {

        PreparedRecording first() {
            return recordings.get(0);
        }

        Instant recordedAt(int index) {
            return copied.revisions().get(index).recordedAt();
        }
    }

    private final List<Prepared> generations;

    private CopyBatch(List<Prepared> generations) {
        this.generations = generations;
    }

    /** Does all that needs no transaction, and numbers the dimensions. */
    public static CopyBatch prepare(List<Copied> generations, DimensionNumbers numbers) {
        Iterator<PreparedRecording> prepared =
                numbers.finish(
                                numbers.begin(
                                        generations.stream()
                                                .flatMap(one -> one.revisions().stream())
                                                .map(Revision::recording)
                                                .toList(),
                                        PreparedRecording::of),
                                PreparedRecording::numbered)
                        .all()
                        .iterator();
        return new CopyBatch(
                generations.stream()
                        .map(one ->
                                new Prepared(
                                        one,
                                        one.revisions().stream()
                                                .map(each -> prepared.next())
                                                .toList()))
                        .toList());
    }

    /** Writes all generations. */
    public void write(DSLContext sql) {
        Engine.of(sql).announceWrite(sql, ENTRY);
        new RecordingBatch(sql, Instant.EPOCH).copy(generations);
        UPDATE_READ_AGE.execute(
                sql,
                generations.stream()
                        .map(one -> new Object[] {one.copied().readAge(), one.first().id()})
                        .toList());
    }
}
