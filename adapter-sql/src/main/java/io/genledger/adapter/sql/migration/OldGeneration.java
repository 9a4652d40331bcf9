package io.genledger.adapter.sql.migration;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;

/**
 * A generation of version 8.
 *
 * @param figures its newest figures
 * @param revisions all documents, oldest first
 */
record OldGeneration(OldFigures figures, List<OldRevision> revisions) {

    /**
     * Bounds the memory of a batch: a document has about a kilobyte, and at most some megabytes.
     */
    private static final long MOST_BYTES = 16 << 20;

    private static final Field<String> ID = OldTables.text("id");
    private static final Field<Long> BYTES =
            field("octet_length({0})", Long.class, OldRevision.BODY);

    /**
     * Reads the next generations in the order of their ids, as many as fit into memory.
     *
     * @param most how many at most
     */
    static List<OldGeneration> after(DSLContext sql, String last, int most) {
        String end = end(sql, last, most);
        if (end.equals(last)) {
            return List.of();
        }
        Map<String, List<OldRevision>> revisions =
                sql
                        .select(OldRevision.COLUMNS)
                        .from(OldTables.DOCUMENT)
                        .where(OldRevision.ID.gt(last))
                        .and(OldRevision.ID.le(end))
                        .orderBy(OldRevision.ID, OldRevision.NUMBER)
                        .fetch(OldRevision::of)
                        .stream()
                        .collect(Collectors.groupingBy(OldRevision::id));
        return sql.select(OldFigures.COLUMNS)
                .from(OldTables.GENERATION)
                .where(ID.gt(last))
                .and(ID.le(end))
                .orderBy(ID)
                .fetch(row -> {
                    OldFigures figures = new OldFigures(row);
                    return new OldGeneration(
                            figures, Objects.requireNonNull(revisions.get(figures.id())));
                });
    }

    /** The id of the last generation of the batch; {@code last} if there are no more. */
    private static String end(DSLContext sql, String last, int most) {
        long bytes = 0;
        String end = last;
        for (Record2<String, Long> size : sizes(sql, last, most)) {
            bytes += size.value2();
            if (bytes > MOST_BYTES && !end.equals(last)) {
                break;
            }
            end = size.value1();
        }
        return end;
    }

    private static List<Record2<String, Long>> sizes(DSLContext sql, String last, int most) {
        Field<Long> size =
                field(
                        select(sum(BYTES).coerce(Long.class))
                                .from(OldTables.DOCUMENT)
                                .where(OldRevision.ID.eq(ID)));
        return sql.select(ID, size)
                .from(OldTables.GENERATION)
                .where(ID.gt(last))
                .orderBy(ID)
                .limit(most)
                .fetch();
    }
}
