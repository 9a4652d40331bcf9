package io.genledger.adapter.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.ports.ledger.Migration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresInterruptedMigrationTest extends InterruptedMigrationContract {

    /** Everything with a name in the ledger's schema, and the columns of its tables. */
    private static final String SCHEMA =
            "select string_agg(line, chr(10) order by line) from (select cast(relkind as text) || '"
                    + " ' || relname as line from pg_class where relnamespace ="
                    + " current_schema()::regnamespace union all select table_name || ' ' ||"
                    + " ordinal_position || ' ' || column_name || ' ' || data_type || ' ' ||"
                    + " is_nullable || ' ' || coalesce(collation_name, '') from"
                    + " information_schema.columns where table_schema = current_schema()) as lines";

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    @TempDir Path folder;
    private PostgresServer place = PostgresServer.of("postgresql://nowhere/nothing");

    @Override
    void placeOldLedger(String... changes) throws Exception {
        placeVersion(8);
        for (String change : changes) {
            execute(change);
        }
    }

    private void placeVersion(int version) throws Exception {
        placeNoLedger();
        Path file = OldLedger.in(folder);
        OldLedger.copy(file, place);
        Files.delete(file);
        OldLedger.bring(5, version, true, change -> LedgerServers.change(place, change));
    }

    @Override
    void placeNoLedger() {
        place = servers.emptyPlace();
    }

    @Override
    LedgerDatabase open(Migration migration) {
        return servers.open(place, migration);
    }

    @Override
    LedgerDatabase openWithoutMigration() {
        return servers.open(place);
    }

    @Override
    Connection connect() throws SQLException {
        return LedgerServers.connect(place);
    }

    @Override
    void execute(String statement) {
        LedgerServers.change(place, statement);
    }

    @Override
    String bytes(String text) {
        return "cast('" + text + "' as bytea)";
    }

    @Override
    String ask(String query) throws SQLException {
        return LedgerServers.ask(place, query);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void everyVersionShowsTheSameFigures(int version) throws Exception {
        placeVersion(version);

        MigratedLedgerContract.assertFigures(open(new RecordingListener().migration()));
    }

    @Test
    void hasTheSchemaOfANewLedger() throws Exception {
        placeOldLedger();
        open(new RecordingListener().migration());
        String migrated = ask(SCHEMA);
        placeNoLedger();
        openWithoutMigration();

        assertThat(migrated).isEqualTo(ask(SCHEMA));
    }

    /** Each schema of a database may hold a ledger of its own. */
    @Test
    void twoLedgersOfOneDatabaseAreMigrated() throws Exception {
        placeOldLedger();
        open(new RecordingListener().migration());
        placeOldLedger();
        open(new RecordingListener().migration());

        assertThat(ask("select count(*) from generation")).isEqualTo("5");
    }
}
