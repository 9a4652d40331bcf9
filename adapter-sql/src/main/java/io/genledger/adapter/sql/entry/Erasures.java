package io.genledger.adapter.sql.entry;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.ports.ledger.Recording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * The erasures of users in a ledger at one moment, as far as they concern some recordings.
 *
 * @param count how many users were erased; 0 or more
 * @param ids those generations of the recordings whose documents were erased, or whose entries were
 *     pruned, so that it is no longer known
 */
record Erasures(long count, Set<String> ids) {

    private static final NamedSetting COUNT = new NamedSetting("erasures");

    static void add(DSLContext sql) {
        COUNT.write(sql, Long.toString(count(sql) + 1));
    }

    static long count(DSLContext sql) {
        return COUNT.read(sql).map(Long::valueOf).orElse(0L);
    }

    /** Those that concern {@code recordings}, by a count that was read before. */
    static Erasures read(DSLContext sql, long count, List<Recording> recordings) {
        Set<String> erased = new HashSet<>();
        Chunks.of(recordings.stream().map(one -> one.entry().id().value()).toList())
                .forEach(some ->
                        erased.addAll(
                                sql.select(GENERATION.ID)
                                        .from(GENERATION)
                                        .leftJoin(DOCUMENT)
                                        .on(DOCUMENT.SEQ.eq(GENERATION.CURRENT))
                                        .where(GENERATION.ID.in(some))
                                        .and(
                                                DOCUMENT.CODEC
                                                        .eq(inline(DocumentCodec.ERASED))
                                                        .or(PrunedEntries.isPruned()))
                                        .fetch(GENERATION.ID)));
        return new Erasures(count, erased);
    }

    /** Whether the document of the recording's generation was erased. */
    boolean contains(Recording recording) {
        return !ids.isEmpty() && ids.contains(recording.entry().id().value());
    }
}
