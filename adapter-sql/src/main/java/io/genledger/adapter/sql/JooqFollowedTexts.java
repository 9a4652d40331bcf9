package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.FOLLOWED_TEXT;

import io.genledger.adapter.sql.tables.tables.records.FollowedTextRecord;
import io.genledger.ports.FollowedTexts;
import io.genledger.ports.TextPosition;
import java.util.Optional;

/** Positions as one table, a row for each name. */
final class JooqFollowedTexts implements FollowedTexts {

    private final Session session;

    JooqFollowedTexts(Session session) {
        this.session = session;
    }

    @Override
    public Optional<TextPosition> find(String name) {
        return session.read(sql ->
                sql.selectFrom(FOLLOWED_TEXT)
                        .where(FOLLOWED_TEXT.NAME.eq(name))
                        .fetchOptional(JooqFollowedTexts::toPosition));
    }

    @Override
    public void note(TextPosition position) {
        FollowedTextRecord row = toRow(position);
        session.write(sql ->
                sql.insertInto(FOLLOWED_TEXT)
                        .set(row)
                        .onConflict(FOLLOWED_TEXT.NAME)
                        .doUpdate()
                        .setAllToExcluded()
                        .execute());
    }

    private static TextPosition toPosition(FollowedTextRecord row) {
        return new TextPosition(
                row.getName(),
                Optional.ofNullable(row.getIdentity()),
                row.getHead(),
                Math.toIntExact(row.getHeadBytes()),
                row.getReadBytes(),
                Moments.ofMicros(row.getNotedUs()));
    }

    private static FollowedTextRecord toRow(TextPosition position) {
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
