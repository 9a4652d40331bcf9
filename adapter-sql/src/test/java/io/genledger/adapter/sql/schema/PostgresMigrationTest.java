package io.genledger.adapter.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.ports.ledger.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PostgresMigrationTest extends MigratedLedgerContract {

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    @TempDir Path folder;
    private PostgresServer place = PostgresServer.of("postgresql://nowhere/nothing");

    @Override
    @BeforeEach
    void placeOldLedger() throws IOException, SQLException {
        place = servers.emptyPlace();
        OldLedger.copy(OldLedger.in(folder), place);
    }

    @Override
    LedgerDatabase open(Migration migration) {
        return servers.open(place, migration);
    }

    @Override
    String ask(String query) throws SQLException {
        return LedgerServers.ask(place, query);
    }

    @Override
    void change(String statements) {
        LedgerServers.change(place, statements);
    }

    @Override
    void makeSumsOfVersionNine() throws SQLException {
        for (String rollup : List.of("rollup_quarter", "rollup_day", "rollup_day_by")) {
            String changes =
                    ask(
                            "select string_agg(format('alter %1$I type bigint using coalesce(%1$I,"
                                    + " 0), alter %1$I set not null', column_name), ', ') from"
                                    + " information_schema.columns where table_schema ="
                                    + " current_schema() and data_type = 'bigint' and table_name ="
                                    + " '%s'".formatted(rollup));
            change("alter table %s %s".formatted(rollup, changes));
        }
    }

    @Test
    void zeroSumsAreNull() throws SQLException {
        open(new RecordingListener().migration());

        assertThat(ask("select count(*) from rollup_day where provisional = 0")).isEqualTo("0");
        assertThat(ask("select count(*) from rollup_day where provisional is null"))
                .isNotEqualTo("0");
    }

    @Test
    void zeroSumsOfVersionNineBecomeNull() throws SQLException {
        open(new RecordingListener().migration()).close();
        VersionEleven.restore(this::change);
        makeSumsOfVersionNine();
        change("delete from schema_version where version >= 10");
        change("create table rollup_quarter_by (dimension int not null)");
        String zeros = "select count(*) from rollup_day where provisional = 0";
        assertThat(ask(zeros)).isNotEqualTo("0");

        open(new RecordingListener().migration());

        assertThat(ask(zeros)).isEqualTo("0");
    }
}
