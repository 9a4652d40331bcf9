package io.genledger.adapter.sql.statement;

import static io.genledger.adapter.sql.tables.Tables.SETTING;

import java.util.Optional;
import org.jooq.DSLContext;

/**
 * A setting of the ledger, or the position of long work, in the table {@code setting}.
 *
 * @param name its key
 */
public record NamedSetting(String name) {

    /** Its value; empty if it is not set. */
    public Optional<String> read(DSLContext sql) {
        return sql.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.VALUE);
    }

    /** Sets it, in place of an earlier value. */
    public void write(DSLContext sql, String value) {
        sql.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(name, value)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, value)
                .execute();
    }

    /** Removes it. */
    public void delete(DSLContext sql) {
        sql.deleteFrom(SETTING).where(SETTING.NAME.eq(name)).execute();
    }
}
