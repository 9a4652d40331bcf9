package io.genledger.adapter.sql.verify;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.tables.tables.Entry;
import io.genledger.ports.ledger.admin.LedgerFault;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Checks the chain of revisions of each generation, and that entries and documents are pairs. */
final class RevisionChecks {

    private static final int FETCHED_AT_ONCE = 1_000;

    /** An entry of the revision before. */
    private static final Entry BEFORE = ENTRY.as("before");

    /** An entry of the revision after. */
    private static final Entry AFTER = ENTRY.as("after");

    /** The columns in which an entry and the row that cancels it may differ. */
    private static final Set<Field<?>> OF_ITS_PLACE =
            Set.of(ENTRY.SEQ, ENTRY.SIGN, ENTRY.PREVIOUS, ENTRY.RECORDED_US);

    private final DSLContext sql;
    private final Faults faults;

    RevisionChecks(DSLContext sql, Faults faults) {
        this.sql = sql;
        this.faults = faults;
    }

    void run() {
        currentEntries();
        chains();
        previousEntries();
        cancellingRows();
        documents();
        ids();
    }

    private void currentEntries() {
        check(
                "generation",
                "current",
                "the entry of its newest revision",
                select(GENERATION.ID, place(GENERATION.CURRENT))
                        .from(GENERATION)
                        .leftJoin(ENTRY)
                        .on(ENTRY.SEQ.eq(GENERATION.CURRENT))
                        .where(PrunedEntries.isPruned().not())
                        .and(
                                ENTRY.SEQ
                                        .isNull()
                                        .or(ENTRY.SIGN.ne(inline(1)))
                                        .or(ENTRY.GENERATION.ne(GENERATION.ID))));
    }

    /** Revisions 1 to n, each but the newest cancelled once, and the newest is current. */
    private void chains() {
        Condition counts = ENTRY.SIGN.eq(inline(1));
        Field<Integer> revision = when(counts, ENTRY.REVISION);
        Field<Long> cancelled = when(ENTRY.SIGN.ne(inline(1)), ENTRY.PREVIOUS);
        Table<?> chain =
                select(
                                ENTRY.GENERATION.as("generation"),
                                count(revision).as("revisions"),
                                countDistinct(revision).as("different"),
                                max(revision).as("newest"),
                                countDistinct(cancelled).as("cancelled"),
                                sum(ENTRY.SIGN).cast(SQLDataType.BIGINT).as("balance"),
                                max(when(counts, ENTRY.SEQ)).as("last"))
                        .from(ENTRY)
                        .groupBy(ENTRY.GENERATION)
                        .asTable("chain");
        Field<Integer> revisions = column(chain, "revisions", Integer.class);
        Field<Integer> newest = column(chain, "newest", Integer.class);
        check(
                "entry",
                "revision",
                "revisions 1 to n, each but the newest one cancelled once",
                select(
                                column(chain, "generation", String.class),
                                concat(
                                        text(revisions),
                                        inline(" revisions, the highest "),
                                        text(newest),
                                        inline(", "),
                                        text(column(chain, "cancelled", Integer.class)),
                                        inline(" of them cancelled")))
                        .from(chain)
                        .leftJoin(GENERATION)
                        .on(GENERATION.ID.eq(column(chain, "generation", String.class)))
                        .where(
                                or(
                                        GENERATION.ID.isNull(),
                                        GENERATION.CURRENT.ne(column(chain, "last", Long.class)),
                                        revisions.ne(newest),
                                        revisions.ne(column(chain, "different", Integer.class)),
                                        column(chain, "cancelled", Integer.class)
                                                .ne(revisions.minus(inline(1))),
                                        column(chain, "balance", Long.class).ne(inline(1L))))
                        .and(GENERATION.ID.isNull().or(PrunedEntries.isPruned().not())));
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type));
    }

    private void previousEntries() {
        Condition isFirst = ENTRY.REVISION.eq(inline(1));
        Condition follows =
                BEFORE.SIGN
                        .eq(inline(1))
                        .and(BEFORE.GENERATION.eq(ENTRY.GENERATION))
                        .and(BEFORE.REVISION.eq(ENTRY.REVISION.minus(inline(1))))
                        .and(BEFORE.SEQ.lt(ENTRY.SEQ));
        check(
                "entry",
                "previous",
                "the entry of the revision before",
                select(place(ENTRY.SEQ), place(ENTRY.PREVIOUS))
                        .from(ENTRY)
                        .leftJoin(BEFORE)
                        .on(BEFORE.SEQ.eq(ENTRY.PREVIOUS))
                        .where(ENTRY.SIGN.eq(inline(1)))
                        .and(isWhole())
                        .and(
                                isFirst.and(ENTRY.PREVIOUS.isNotNull())
                                        .or(
                                                isFirst.not()
                                                        .and(
                                                                BEFORE.SEQ
                                                                        .isNull()
                                                                        .or(follows.not())))));
    }

    /** Whether no entry of its generation was pruned; an interrupted run leaves some. */
    private static Condition isWhole() {
        return ENTRY.GENERATION.notIn(
                select(GENERATION.ID).from(GENERATION).where(PrunedEntries.isPruned()));
    }

    /** A cancelling row repeats an entry, at the time at which the next revision was recorded. */
    private void cancellingRows() {
        Condition differs =
                or(
                        Arrays.stream(ENTRY.fields())
                                .filter(column -> !OF_ITS_PLACE.contains(column))
                                .map(RevisionChecks::differsFromBefore)
                                .toList());
        check(
                "entry",
                "sign",
                "the figures of the entry it cancels, and the time of the revision after",
                select(place(ENTRY.SEQ), place(ENTRY.PREVIOUS))
                        .from(ENTRY)
                        .leftJoin(BEFORE)
                        .on(BEFORE.SEQ.eq(ENTRY.PREVIOUS))
                        .leftJoin(AFTER)
                        .on(AFTER.PREVIOUS.eq(ENTRY.PREVIOUS))
                        .and(AFTER.SIGN.eq(inline(1)))
                        .where(ENTRY.SIGN.ne(inline(1)))
                        .and(isWhole())
                        .and(
                                or(
                                        ENTRY.SIGN.ne(inline(-1)),
                                        BEFORE.SEQ.isNull(),
                                        BEFORE.SIGN.ne(inline(1)),
                                        AFTER.SEQ.isNull(),
                                        AFTER.RECORDED_US.ne(ENTRY.RECORDED_US),
                                        differs)));
    }

    private static <T> Condition differsFromBefore(Field<T> column) {
        return column.isDistinctFrom(BEFORE.field(column));
    }

    private void documents() {
        check(
                "document",
                "seq",
                "the document of its entry",
                select(place(ENTRY.SEQ), inline("none"))
                        .from(ENTRY)
                        .leftJoin(DOCUMENT)
                        .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                        .where(ENTRY.SIGN.eq(inline(1)))
                        .and(DOCUMENT.SEQ.isNull()));
        check(
                "document",
                "seq",
                "an entry that counts or once counted",
                select(place(DOCUMENT.SEQ), inline("none"))
                        .from(DOCUMENT)
                        .leftJoin(ENTRY)
                        .on(ENTRY.SEQ.eq(DOCUMENT.SEQ))
                        .and(ENTRY.SIGN.eq(inline(1)))
                        .where(ENTRY.SEQ.isNull()));
    }

    /** The index is unique, but a damaged one is not. */
    private void ids() {
        check(
                "generation",
                "id",
                "one row",
                select(GENERATION.ID, concat(text(count()), inline(" rows")))
                        .from(GENERATION)
                        .groupBy(GENERATION.ID)
                        .having(count().gt(inline(1))));
    }

    private void check(
            String table, String column, String expected, Select<Record2<String, String>> found) {
        try (Cursor<Record2<String, String>> rows =
                sql.fetchLazy(found.fetchSize(FETCHED_AT_ONCE))) {
            for (Record2<String, String> row : rows) {
                String wrong = row.value2() == null ? "none" : row.value2();
                faults.add(() -> new LedgerFault(table, row.value1(), column, expected, wrong));
            }
        }
    }

    private static Field<String> place(Field<Long> seq) {
        return concat(inline("entry "), text(seq));
    }

    private static Field<String> text(Field<?> number) {
        return number.cast(SQLDataType.VARCHAR);
    }
}
