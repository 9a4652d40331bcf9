package io.genledger.adapter.sql.quarantine;

import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantineTotal;
import io.genledger.ports.quarantine.QuarantinedDocument;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/** Reads the documents that could not be recorded; descriptions without their bodies. */
public final class JooqQuarantine implements Quarantine {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqQuarantine(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<QuarantinedDocument> newest(int most) {
        return list(DSL.noCondition(), most, QUARANTINED_DOCUMENT.NUMBER.desc());
    }

    @Override
    public List<QuarantinedDocument> after(long number, int most) {
        return list(
                QUARANTINED_DOCUMENT.NUMBER.gt(number), most, QUARANTINED_DOCUMENT.NUMBER.asc());
    }

    @Override
    public List<QuarantinedDocument> of(GenerationId id) {
        return list(
                QUARANTINED_DOCUMENT.GENERATION_ID.eq(id.value()),
                MOST_PER_ID,
                QUARANTINED_DOCUMENT.RECEIVED_US.asc());
    }

    @Override
    public Optional<QuarantinedDocument> find(long number) {
        return list(QUARANTINED_DOCUMENT.NUMBER.eq(number), 1, QUARANTINED_DOCUMENT.NUMBER.asc())
                .stream()
                .findFirst();
    }

    private List<QuarantinedDocument> list(Condition which, int most, OrderField<?>... order) {
        return connection.read(sql ->
                sql.select(QuarantineColumns.withoutBody())
                        .from(QUARANTINED_DOCUMENT)
                        .where(which)
                        .orderBy(order)
                        .limit(most)
                        .fetch(QuarantineColumns::description));
    }

    @Override
    public Optional<MetadataDocument> document(long number) {
        return connection.read(sql ->
                sql.selectFrom(QUARANTINED_DOCUMENT)
                        .where(QUARANTINED_DOCUMENT.NUMBER.eq(number))
                        .fetchOptional(QuarantineColumns::document));
    }

    @Override
    public QuarantineTotal total() {
        return connection.read(sql ->
                sql.select(count(), countDistinct(QUARANTINED_DOCUMENT.GENERATION_ID))
                        .from(QUARANTINED_DOCUMENT)
                        .fetchSingle(row -> new QuarantineTotal(row.value1(), row.value2())));
    }
}
