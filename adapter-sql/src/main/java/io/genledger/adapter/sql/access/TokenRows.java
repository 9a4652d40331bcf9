package io.genledger.adapter.sql.access;

import static io.genledger.adapter.sql.tables.Tables.ACCESS_TOKEN;

import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.records.AccessTokenRecord;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;

/** Access tokens as rows. */
final class TokenRows {

    private TokenRows() {}

    static AccessToken toToken(AccessTokenRecord row) {
        return new AccessToken(
                new TokenName(row.getName()),
                Codes.to(Scope.class, row.getScope()),
                Moments.ofMicros(row.getCreatedUs()),
                Optional.ofNullable(row.getExpiresUs()).map(Moments::ofMicros));
    }

    static AccessTokenRecord toRow(AccessToken token, SecretDigest digest) {
        AccessTokenRecord row = new AccessTokenRecord();
        row.setName(token.name().value());
        row.setScope(Codes.of(token.scope()));
        row.setDigest(digest.hex());
        row.setCreatedUs(Moments.toMicros(token.created()));
        row.setExpiresUs(token.expires().map(Moments::toMicros).orElse(null));
        return row;
    }

    /** Selects the tokens that are not expired at {@code now}. */
    static Condition areLive(Instant now) {
        return ACCESS_TOKEN
                .EXPIRES_US
                .isNull()
                .or(ACCESS_TOKEN.EXPIRES_US.gt(Moments.toMicros(now)));
    }
}
