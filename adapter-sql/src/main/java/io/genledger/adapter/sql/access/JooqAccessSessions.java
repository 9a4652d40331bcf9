package io.genledger.adapter.sql.access;

import static io.genledger.adapter.sql.tables.Tables.ACCESS_SESSION;
import static io.genledger.adapter.sql.tables.Tables.ACCESS_TOKEN;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.records.AccessSessionRecord;
import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.SecretDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions in a table, found together with their tokens: one of a revoked token is not found, even
 * if it was begun while the token was revoked.
 */
public final class JooqAccessSessions implements AccessSessions {

    private final LedgerConnection connection;

    /** The sessions of the ledger of {@code connection}. */
    public JooqAccessSessions(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void begin(SecretDigest token, SecretDigest session, Instant expires) {
        AccessSessionRecord row = new AccessSessionRecord();
        row.setDigest(session.hex());
        row.setTokenDigest(token.hex());
        row.setExpiresUs(Moments.toMicros(expires));
        connection.write(sql -> sql.insertInto(ACCESS_SESSION).set(row).execute());
    }

    @Override
    public Optional<AccessToken> find(SecretDigest session, Instant now) {
        return connection.read(sql ->
                sql.select(ACCESS_TOKEN.fields())
                        .from(ACCESS_SESSION)
                        .join(ACCESS_TOKEN)
                        .on(ACCESS_TOKEN.DIGEST.eq(ACCESS_SESSION.TOKEN_DIGEST))
                        .where(ACCESS_SESSION.DIGEST.eq(session.hex()))
                        .and(ACCESS_SESSION.EXPIRES_US.gt(Moments.toMicros(now)))
                        .and(TokenRows.areLive(now))
                        .fetchOptional(row -> TokenRows.toToken(row.into(ACCESS_TOKEN))));
    }

    @Override
    public void end(SecretDigest session) {
        connection.write(sql ->
                sql.deleteFrom(ACCESS_SESSION)
                        .where(ACCESS_SESSION.DIGEST.eq(session.hex()))
                        .execute());
    }

    @Override
    public long endExpired(Instant now) {
        return connection.write(sql ->
                sql.deleteFrom(ACCESS_SESSION)
                        .where(ACCESS_SESSION.EXPIRES_US.le(Moments.toMicros(now)))
                        .or(
                                ACCESS_SESSION.TOKEN_DIGEST.notIn(
                                        select(ACCESS_TOKEN.DIGEST)
                                                .from(ACCESS_TOKEN)
                                                .where(TokenRows.areLive(now))))
                        .execute());
    }
}
