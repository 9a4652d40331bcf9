package io.genledger.adapter.sql.schema;

import static io.genledger.adapter.sql.tables.Tables.SETTING;

import io.genledger.adapter.sql.statement.NamedSetting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * How far the migration of a ledger is; none is under way if the ledger has no such state. Each
 * step changes it in its own transaction, only if no other process has changed it meanwhile.
 *
 * @param phase what is done now
 * @param after the id of the last generation that this phase is done with; empty before the first
 */
public record MigrationState(Phase phase, String after) {

    private static final String NAME = "migration";
    private static final String COPY_NAME = "migration-copy";
    private static final NamedSetting SETTING_OF_STATE = new NamedSetting(NAME);
    private static final NamedSetting SETTING_OF_COPY = new NamedSetting(COPY_NAME);

    /** The phases, in their order. */
    public enum Phase {
        /** Generations are copied. */
        COPY,
        /** Copied generations are compared with the earlier ones. */
        VERIFY,
        /** The earlier tables are gone; their space is given back. */
        COMPACT
    }

    static boolean isUnderWay(Statement statement) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select value from setting where name = '" + NAME + "'")) {
            return found.next();
        }
    }

    /**
     * @param copy the path of the copy of the ledger; empty if there is none
     */
    static void begin(Statement statement, String copy) throws SQLException {
        statement.executeUpdate(
                "insert into setting (name, value) values ('%s', '%s'), ('%s', '%s')"
                        .formatted(
                                NAME,
                                new MigrationState(Phase.COPY, "").text(),
                                COPY_NAME,
                                copy.replace("'", "''")));
    }

    /** The present state; empty if no migration is under way. */
    public static Optional<MigrationState> read(DSLContext sql) {
        return SETTING_OF_STATE.read(sql).map(MigrationState::of);
    }

    /** The path of the copy that was made of a file; empty if there is none. */
    public static Optional<String> copy(DSLContext sql) {
        return SETTING_OF_COPY.read(sql).filter(path -> !path.isEmpty());
    }

    /**
     * Replaces this state within a transaction.
     *
     * @return false if another process has changed the state; the transaction must not change
     *     anything then
     */
    public boolean advance(DSLContext sql, MigrationState next) {
        return sql.update(SETTING)
                        .set(SETTING.VALUE, next.text())
                        .where(SETTING.NAME.eq(NAME))
                        .and(SETTING.VALUE.eq(text()))
                        .execute()
                > 0;
    }

    /** Ends the migration. */
    public static void end(DSLContext sql) {
        SETTING_OF_STATE.delete(sql);
        SETTING_OF_COPY.delete(sql);
    }

    private String text() {
        return phase.name() + " " + after;
    }

    private static MigrationState of(String text) {
        int space = text.indexOf(' ');
        return new MigrationState(
                Phase.valueOf(text.substring(0, space)), text.substring(space + 1));
    }
}
