package io.genledger.adapter.sql.maintenance;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.ports.alert.AlertStates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * States of alerts as settings: one while the rule fires, and one, with its end in milliseconds,
 * while a server sends a message.
 */
public final class JooqAlertStates implements AlertStates {

    private final LedgerConnection connection;

    /** The states of the ledger of {@code connection}. */
    public JooqAlertStates(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean claim(String rule, boolean firing, Instant now, Duration lease) {
        return connection.write(sql -> {
            NamedSetting claim = claimOf(rule);
            Engine.of(sql).lockKeys(sql, List.of(claim.name()));
            boolean held =
                    claim.read(sql)
                            .map(Long::valueOf)
                            .map(Instant::ofEpochMilli)
                            .filter(now::isBefore)
                            .isPresent();
            if (held || firing == isFiring(sql, rule)) {
                return false;
            }
            claim.write(sql, Long.toString(now.plus(lease).toEpochMilli()));
            return true;
        });
    }

    @Override
    public void settle(String rule, boolean firing) {
        var unused =
                connection.write(sql -> {
                    claimOf(rule).delete(sql);
                    if (firing) {
                        firingOf(rule).write(sql, "true");
                    } else {
                        firingOf(rule).delete(sql);
                    }
                    return Optional.empty();
                });
    }

    private static boolean isFiring(DSLContext sql, String rule) {
        return firingOf(rule).read(sql).isPresent();
    }

    private static NamedSetting firingOf(String rule) {
        return new NamedSetting("alert_firing_" + rule);
    }

    private static NamedSetting claimOf(String rule) {
        return new NamedSetting("alert_sending_" + rule);
    }
}
