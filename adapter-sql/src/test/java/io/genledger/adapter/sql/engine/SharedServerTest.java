package io.genledger.adapter.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerServers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedServerTest extends SharedLedgerContract {

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    private Optional<LedgerConnection> opened = Optional.empty();

    @Override
    LedgerConnection open() {
        LedgerConnection connection =
                LedgerConnection.open(LedgerServers.engine(servers.emptyPlace()));
        opened = Optional.of(connection);
        connection.write(sql -> sql.execute("create table number (n integer)"));
        return connection;
    }

    @AfterEach
    void close() {
        opened.ifPresent(LedgerConnection::close);
    }

    /** Behind a pooler, the next transaction may have the session of another program. */
    @Test
    void leavesNothingInTheSession() {
        LedgerConnection connection = open();
        connection.write(sql -> sql.execute("insert into number values (1)"));
        connection.snapshot(sql -> sql.fetch("select * from number"));

        assertThat(
                        connection.<String>read(sql ->
                                sql.fetch(
                                                "select name from pg_settings where source ="
                                                    + " 'session' and name not like 'transaction_%'"
                                                        // Set by the driver; poolers know it.
                                                        + " and name <> 'application_name'")
                                        .getValues(0)
                                        .toString()))
                .isEqualTo("[]");
        assertThat(
                        connection.<Integer>read(sql ->
                                sql.fetchSingle(
                                                "select count(*) from pg_locks where locktype ="
                                                        + " 'advisory' and pid = pg_backend_pid()")
                                        .get(0, Integer.class)))
                .isZero();
    }

    @Test
    void aTransactionWaitsForNoLockAndForNoProcessForEver() {
        LedgerConnection connection = open();

        assertThat(
                        connection.<String>write(sql ->
                                sql.fetchValue("select current_setting('lock_timeout')")
                                        + " "
                                        + sql.fetchValue(
                                                "select"
                                                    + " current_setting('idle_in_transaction_session_timeout')")
                                        + " "
                                        + sql.fetchValue("show transaction_isolation")))
                .isEqualTo("10s 1min read committed");
    }
}
