package io.genledger.adapter.sql;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyThreadsOnAServerTest extends ManyThreadsContract {

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @BeforeEach
    void makeAPlace() {
        servers.emptyPlace();
    }

    @Override
    LedgerDatabase open() {
        return servers.open(servers.place());
    }

    @Override
    String ask(String query) throws SQLException {
        return LedgerServers.ask(servers.place(), query);
    }
}
