package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.FOLLOWED_TEXT;

import io.genledger.adapter.sql.tables.tables.records.FollowedTextRecord;
import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import java.util.Optional;

/** Positions as one table, a row for each name. */
final class JooqTailPositions implements TailPositions {

    private final Session session;

    JooqTailPositions(Session session) {
        this.session = session;
    }

    @Override
    public Optional<TailPosition> find(String name) {
        return session.read(sql ->
                sql.selectFrom(FOLLOWED_TEXT)
                        .where(FOLLOWED_TEXT.NAME.eq(name))
                        .fetchOptional(JooqTailPositions::toPosition));
    }

    @Override
    public void save(TailPosition position) {
        FollowedTextRecord row = toRow(position);
        session.write(sql ->
                sql.insertInto(FOLLOWED_TEXT)
                        .set(row)
                        .onConflict(FOLLOWED_TEXT.NAME)
                        .doUpdate()
                        .setAllToExcluded()
                        .execute());
    }

    private static TailPosition toPosition(FollowedTextRecord row) {
        return new TailPosition(
                row.getName(),
                Optional.ofNullable(row.getIdentity()),
                row.getHead(),
                Math.toIntExact(row.getHeadBytes()),
                row.getReadBytes(),
                Moments.ofMicros(row.getNotedUs()));
    }

    private static FollowedTextRecord toRow(TailPosition position) {
        FollowedTextRecord row = new FollowedTextRecord();
        row.setName(position.name());
        row.setIdentity(position.identity().orElse(null));
        row.setHead(position.head());
        row.setHeadBytes((long) position.headBytes());
        row.setReadBytes(position.offset());
        row.setNotedUs(Moments.toMicros(position.readAt()));
        return row;
    }
}
