package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.tables.Tables.SETTING;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.ledger.Recorder;
import io.genledger.ports.ledger.admin.EntryRenewals;
import java.util.List;
import org.jooq.DSLContext;

/** Renews entries by corrections, with the position of the run in a setting. */
public final class JooqEntryRenewals implements EntryRenewals {

    /** Its value is the decoder, a space, and the place. */
    private static final String POSITION = "redecode_position";

    private final LedgerConnection connection;
    private final Recorder recorder;

    /** Reads over {@code connection}, and writes with {@code recorder}. */
    public JooqEntryRenewals(LedgerConnection connection, Recorder recorder) {
        this.connection = connection;
        this.recorder = recorder;
    }

    @Override
    public long position(String decoder) {
        return connection.read(sql ->
                sql.select(SETTING.VALUE)
                        .from(SETTING)
                        .where(SETTING.NAME.eq(POSITION))
                        .fetchOptional(SETTING.VALUE)
                        .filter(value -> value.startsWith(decoder + " "))
                        .map(value -> Long.valueOf(value.substring(decoder.length() + 1)))
                        .orElse(0L));
    }

    @Override
    public List<Outcome> renew(List<Redecoded> entries, String decoder, long place) {
        return recorder.renew(
                entries,
                (sql, renew) -> {
                    List<Outcome> outcomes = renew.get();
                    put(sql, decoder + " " + place);
                    return outcomes;
                });
    }

    private static void put(DSLContext sql, String value) {
        sql.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(POSITION, value)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, value)
                .execute();
    }

    @Override
    public void finish() {
        connection.write(sql -> sql.deleteFrom(SETTING).where(SETTING.NAME.eq(POSITION)).execute());
    }
}
