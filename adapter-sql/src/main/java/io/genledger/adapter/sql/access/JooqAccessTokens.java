package io.genledger.adapter.sql.access;

import static io.genledger.adapter.sql.tables.Tables.ACCESS_SESSION;
import static io.genledger.adapter.sql.tables.Tables.ACCESS_TOKEN;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.tables.tables.records.AccessTokenRecord;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Access tokens in a table, found by an index of digests. The time of a search may depend on how
 * many digits of a digest are right, which helps in no way to find a secret with this digest.
 */
public final class JooqAccessTokens implements AccessTokens {

    private final LedgerConnection connection;

    /** The tokens of the ledger of {@code connection}. */
    public JooqAccessTokens(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean create(AccessToken token, SecretDigest digest) {
        AccessTokenRecord row = TokenRows.toRow(token, digest);
        return connection.write(sql ->
                sql.insertInto(ACCESS_TOKEN)
                                .set(row)
                                .onConflict(ACCESS_TOKEN.NAME)
                                .doNothing()
                                .execute()
                        == 1);
    }

    @Override
    public Optional<AccessToken> find(SecretDigest digest, Instant now) {
        return connection.read(sql ->
                sql.selectFrom(ACCESS_TOKEN)
                        .where(ACCESS_TOKEN.DIGEST.eq(digest.hex()))
                        .and(TokenRows.areLive(now))
                        .fetchOptional(TokenRows::toToken));
    }

    @Override
    public List<AccessToken> all() {
        return connection.read(sql ->
                sql.selectFrom(ACCESS_TOKEN)
                        .orderBy(ACCESS_TOKEN.CREATED_US, ACCESS_TOKEN.NAME)
                        .fetch(TokenRows::toToken));
    }

    @Override
    public boolean any() {
        return connection.read(sql -> sql.fetchExists(ACCESS_TOKEN));
    }

    @Override
    public boolean revoke(TokenName name) {
        return connection.write(sql -> {
            List<String> digests =
                    sql.deleteFrom(ACCESS_TOKEN)
                            .where(ACCESS_TOKEN.NAME.eq(name.value()))
                            .returningResult(ACCESS_TOKEN.DIGEST)
                            .fetch(ACCESS_TOKEN.DIGEST);
            sql.deleteFrom(ACCESS_SESSION).where(ACCESS_SESSION.TOKEN_DIGEST.in(digests)).execute();
            return !digests.isEmpty();
        });
    }
}
