package io.genledger.adapter.sql.entry;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.SETTING;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.statement.Chunks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** The erasures of users in a ledger. */
public final class Erasures {

    private static final String COUNT = "erasures";

    private Erasures() {}

    /** Counts one more. Numbers of texts that were read before may now belong to other texts. */
    public static void add(DSLContext sql) {
        String next = Long.toString(count(sql) + 1);
        sql.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(COUNT, next)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, next)
                .execute();
    }

    /** How many users were erased; 0 or more. */
    static long count(DSLContext sql) {
        return sql.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(inline(COUNT)))
                .fetchOptional(SETTING.VALUE)
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** Those of {@code ids} whose documents were erased. */
    static Set<String> erased(DSLContext sql, List<String> ids) {
        Set<String> erased = new HashSet<>();
        Chunks.of(ids)
                .forEach(some ->
                        erased.addAll(
                                sql.select(GENERATION.ID)
                                        .from(GENERATION)
                                        .join(DOCUMENT)
                                        .on(DOCUMENT.SEQ.eq(GENERATION.CURRENT))
                                        .where(GENERATION.ID.in(some))
                                        .and(DOCUMENT.CODEC.eq(inline(DocumentCodec.ERASED)))
                                        .fetch(GENERATION.ID)));
        return erased;
    }
}
