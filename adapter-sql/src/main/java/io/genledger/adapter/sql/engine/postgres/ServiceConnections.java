package io.genledger.adapter.sql.engine.postgres;

import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Link;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The connections of a service, which bounds and validates them. */
record ServiceConnections(PostgresEngine engine, DataSource source) implements Connections {

    @Override
    public Link take() throws SQLException {
        Connection connection = source.getConnection();
        return Link.of(connection.getAutoCommit() ? engine : engine.joining(), connection);
    }

    @Override
    public void giveBack(Link link, boolean usable) throws SQLException {
        link.connection().close();
    }

    @Override
    public void close() {
        // The service closes its connections itself.
    }
}
