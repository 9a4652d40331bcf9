package io.genledger.adapter.sql.lake;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.testkit.LakeContract;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of a lake on a real server. */
class TrinoLakeContractTest extends LakeContract {

    @RegisterExtension final LakeServers servers = new LakeServers();

    @Override
    protected Fixture emptyFixture() {
        try {
            return new Fixture(servers.emptyLake().lake(), Map.of(EU, source(EU), US, source(US)));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Source source(LedgerName name) throws SQLException {
        LedgerDatabase ledger = servers.ledger(name);
        return new Source(ledger.ledger(), ledger.feed());
    }
}
