package io.genledger.adapter.sql.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.SecretDigest;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.testkit.AccessSessionsContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqAccessSessionsTest extends AccessSessionsContract {

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

    @Override
    protected Fixture emptyFixture() {
        return fixtureOf(empty());
    }

    @Override
    protected Fixture again() {
        return fixtureOf(reopened());
    }

    private static Fixture fixtureOf(LedgerDatabase database) {
        return new Fixture(database.accessTokens(), database.accessSessions());
    }

    @Test
    void sessionsSurviveARestart() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        SecretDigest digest = new SecretDigest("0f".repeat(32));
        SecretDigest session = new SecretDigest("1f".repeat(32));
        AccessToken token =
                new AccessToken(new TokenName("ann"), Scope.READ, now, Optional.empty());
        try (LedgerDatabase database = empty()) {
            database.accessTokens().create(token, digest);
            database.accessSessions().begin(digest, session, now.plusSeconds(1));
        }

        assertThat(again().sessions().find(session, now)).contains(token);
    }
}
