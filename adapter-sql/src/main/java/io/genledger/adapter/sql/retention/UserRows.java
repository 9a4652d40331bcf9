package io.genledger.adapter.sql.retention;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;
import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.tables.tables.Entry;
import io.genledger.domain.attribution.ExternalUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Selects the rows that are about one user. */
final class UserRows {

    /** In place of a message of the queue. */
    static final String ERASED_MESSAGE = "erased";

    /** No text has this number. */
    private static final int NONE = -1;

    private static final int FETCHED_AT_ONCE = 100;
    private static final Entry OTHER = ENTRY.as("other");

    private final DSLContext sql;
    private final StatedUser stated;
    private final int number;
    private final List<Long> quarantined = new ArrayList<>();
    private final TreeSet<String> quarantinedIds = new TreeSet<>();

    UserRows(DSLContext sql, ExternalUser user) {
        this.sql = sql;
        this.stated = new StatedUser(user);
        this.number =
                DimensionNumbers.find(sql, EntryDimension.EXTERNAL_USER, user.value()).orElse(NONE);
        readQuarantine();
    }

    /** Finds the quarantined documents that state the user, of any origin. */
    private void readQuarantine() {
        try (Cursor<Record3<Long, String, byte[]>> rows =
                sql.select(
                                QUARANTINED_DOCUMENT.NUMBER,
                                QUARANTINED_DOCUMENT.GENERATION_ID,
                                QUARANTINED_DOCUMENT.BODY)
                        .from(QUARANTINED_DOCUMENT)
                        .fetchSize(FETCHED_AT_ONCE)
                        .fetchLazy()) {
            for (Record3<Long, String, byte[]> row : rows) {
                if (stated.isIn(row.value3())) {
                    quarantined.add(row.value1());
                    if (row.value2() != null) {
                        quarantinedIds.add(row.value2());
                    }
                }
            }
        }
    }

    /** The number of the user's text; negative if there is none. */
    int number() {
        return number;
    }

    /** The ids of the user's generations. */
    Select<Record1<String>> generations() {
        return selectDistinct(ENTRY.GENERATION)
                .from(ENTRY)
                .where(ENTRY.EXTERNAL_USER.eq(inline(number)));
    }

    Condition entries() {
        return ENTRY.GENERATION.in(generations());
    }

    Condition documents() {
        return DOCUMENT.CODEC
                .ne(inline(DocumentCodec.ERASED))
                .and(DOCUMENT.SEQ.in(select(ENTRY.SEQ).from(ENTRY).where(entries())));
    }

    Condition queueMessages() {
        return TRACKED.OUTCOME_MESSAGE.ne(inline(ERASED_MESSAGE)).and(isConcerned(TRACKED.ID));
    }

    Condition events() {
        return isConcerned(LEDGER_LOG.GENERATION_ID);
    }

    private Condition isConcerned(Field<String> id) {
        return id.in(generations()).or(in(id, List.copyOf(quarantinedIds)));
    }

    Condition quarantined() {
        return QUARANTINED_DOCUMENT
                .GENERATION_ID
                .in(generations())
                .or(in(QUARANTINED_DOCUMENT.NUMBER, quarantined));
    }

    /** Inlined: the number of parameters is limited. */
    private static <T> Condition in(Field<T> column, List<T> values) {
        return values.isEmpty()
                ? falseCondition()
                : column.in(values.stream().map(DSL::inline).toList());
    }

    /**
     * The numbers of the sessions that only the user's generations have, or that state the user.
     */
    List<Integer> sessions() {
        Field<Boolean> isShared =
                field(
                        exists(
                                selectOne()
                                        .from(OTHER)
                                        .where(OTHER.SESSION.eq(ENTRY.SESSION))
                                        // Inlined, so that the partial index serves the query.
                                        .and(OTHER.SESSION.ne(inline(0)))
                                        .and(OTHER.GENERATION.notIn(generations()))));
        return sql
                .selectDistinct(ENTRY.SESSION, DIMENSION_VALUE.VALUE, isShared)
                .from(ENTRY)
                .join(DIMENSION_VALUE)
                .on(DIMENSION_VALUE.NUMBER.eq(ENTRY.SESSION))
                .where(entries())
                .and(ENTRY.SESSION.ne(inline(0)))
                .fetch()
                .stream()
                .filter(row -> !Objects.requireNonNull(row.value3()) || stated.isIn(row.value2()))
                .map(row -> row.value1())
                .toList();
    }
}
