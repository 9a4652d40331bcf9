package io.genledger.adapter.sql.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.testkit.AccessTokensContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqAccessTokensTest extends AccessTokensContract {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final SecretDigest DIGEST = new SecretDigest("0f".repeat(32));
    private static final AccessToken TOKEN =
            new AccessToken(new TokenName("ci"), Scope.WRITE, NOW, Optional.empty());

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    /** A ledger without tokens. */
    protected LedgerDatabase empty() {
        return reopened();
    }

    /** The ledger of {@link #empty}, opened once more. */
    protected LedgerDatabase reopened() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** Changes the ledger by plain JDBC. */
    protected void change(String statement) throws SQLException {
        LedgerFiles.change(folder.resolve("ledger.db"), statement);
    }

    @Override
    protected AccessTokens none() {
        return empty().accessTokens();
    }

    @Override
    protected AccessTokens again() {
        return reopened().accessTokens();
    }

    @Test
    void tokensSurviveARestart() {
        try (LedgerDatabase database = empty()) {
            database.accessTokens().create(TOKEN, DIGEST);
        }

        assertThat(again().find(DIGEST, NOW)).contains(TOKEN);
        assertThat(again().create(TOKEN, new SecretDigest("1f".repeat(32)))).isFalse();
    }

    /** A later version may have written it: it is refused, and not taken for a lesser one. */
    @Test
    void aTokenOfAnUnknownScopePermitsNothing() throws SQLException {
        AccessTokens tokens = none();
        tokens.create(TOKEN, DIGEST);
        change("update access_token set scope = 'owner'");

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> tokens.find(DIGEST, NOW));
    }
}
