package io.genledger.adapter.sql.maintenance;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.ledger.Recorder;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.ports.ledger.admin.EntryRenewals;
import java.util.List;

/** Renews entries by corrections, with the position of the run in a setting. */
public final class JooqEntryRenewals implements EntryRenewals {

    /** Its value is the decoder, a space, and the place. */
    private static final NamedSetting POSITION = new NamedSetting("redecode_position");

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
                POSITION.read(sql)
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
                    POSITION.write(sql, decoder + " " + place);
                    return outcomes;
                });
    }

    @Override
    public void finish() {
        connection.write(sql -> {
            POSITION.delete(sql);
            return POSITION;
        });
    }
}
