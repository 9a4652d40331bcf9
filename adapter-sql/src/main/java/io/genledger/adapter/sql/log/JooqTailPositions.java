package io.genledger.adapter.sql.log;

import static io.genledger.adapter.sql.tables.Tables.TAIL_POSITION;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.records.TailPositionRecord;
import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import java.util.Optional;

/** The read positions in growing files, one row per name. */
public final class JooqTailPositions implements TailPositions {

    private final LedgerConnection connection;

    /** Reads and writes over {@code connection}. */
    public JooqTailPositions(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<TailPosition> find(String name) {
        return connection.read(sql ->
                sql.selectFrom(TAIL_POSITION)
                        .where(TAIL_POSITION.NAME.eq(name))
                        .fetchOptional(JooqTailPositions::toPosition));
    }

    @Override
    public void save(TailPosition position) {
        TailPositionRecord row = toRow(position);
        connection.write(sql ->
                sql.insertInto(TAIL_POSITION)
                        .set(row)
                        .onConflict(TAIL_POSITION.NAME)
                        .doUpdate()
                        .setAllToExcluded()
                        .execute());
    }

    private static TailPosition toPosition(TailPositionRecord row) {
        return new TailPosition(
                row.getName(),
                row.getIdentity(),
                row.getOffsetBytes(),
                row.getChecksum(),
                Moments.ofMicros(row.getSinceUs()));
    }

    private static TailPositionRecord toRow(TailPosition position) {
        TailPositionRecord row = new TailPositionRecord();
        row.setName(position.name());
        row.setIdentity(position.identity());
        row.setOffsetBytes(position.offset());
        row.setChecksum(position.checksum());
        row.setSinceUs(Moments.toMicros(position.since()));
        return row;
    }
}
