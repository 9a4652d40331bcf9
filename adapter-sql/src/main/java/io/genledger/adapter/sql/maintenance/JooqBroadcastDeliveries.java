package io.genledger.adapter.sql.maintenance;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.ports.source.BroadcastDeliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The time of the last delivery as a setting, in milliseconds since 1970. */
public final class JooqBroadcastDeliveries implements BroadcastDeliveries {

    private static final NamedSetting LAST = new NamedSetting("broadcast_delivery");
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private final LedgerConnection connection;

    /** The deliveries to the ledger of {@code connection}. */
    public JooqBroadcastDeliveries(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void received(Instant at) {
        if (isNoted(at, last())) {
            return;
        }
        var unused =
                connection.write(sql -> {
                    Engine.of(sql).lockKeys(sql, List.of(LAST.name()));
                    if (!isNoted(at, last(sql))) {
                        LAST.write(sql, Long.toString(at.toEpochMilli()));
                    }
                    return Optional.empty();
                });
    }

    private static boolean isNoted(Instant at, Optional<Instant> last) {
        return last.map(before -> before.plus(PRECISION)).filter(at::isBefore).isPresent();
    }

    @Override
    public Optional<Instant> last() {
        return connection.read(JooqBroadcastDeliveries::last);
    }

    private static Optional<Instant> last(DSLContext sql) {
        return LAST.read(sql).map(Long::valueOf).map(Instant::ofEpochMilli);
    }
}
