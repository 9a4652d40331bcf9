package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.tables.Tables.SETTING;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.admin.ByokAllowances;
import io.genledger.ports.testkit.ByokAllowancesContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class JooqByokAllowancesTest extends ByokAllowancesContract {

    private final List<LedgerConnection> open = new ArrayList<>();

    @TempDir Path folder;

    /** A connection to a new ledger. */
    protected LedgerConnection connect() {
        return LedgerConnection.open(new SqliteEngine(folder.resolve("ledger.db")));
    }

    private LedgerConnection opened() {
        LedgerConnection connection = connect();
        open.add(connection);
        return connection;
    }

    @AfterEach
    void closeAll() {
        open.forEach(LedgerConnection::close);
    }

    @Override
    protected ByokAllowances none() {
        return new JooqByokAllowances(opened());
    }

    /** Another version, or another program, may have written it. */
    @Test
    void anAllowanceOfAnotherFormIsNamed() {
        LedgerConnection connection = opened();
        connection.write(sql ->
                sql.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                        .values("byok_allowance_default", "7 tokens")
                        .execute());

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> new JooqByokAllowances(connection).all())
                .withMessageContaining("byok_allowance_default")
                .withMessageContaining("7 tokens");
    }
}
