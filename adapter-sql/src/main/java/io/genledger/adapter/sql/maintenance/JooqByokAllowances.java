package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.tables.Tables.SETTING;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.admin.ByokAllowances;
import java.util.Map;
import java.util.Optional;

/** Allowances as settings, one for each account. */
public final class JooqByokAllowances implements ByokAllowances {

    /** Before the account's name. */
    private static final String PREFIX = "byok_allowance_";

    private final LedgerConnection connection;

    /** The allowances of the ledger of {@code connection}. */
    public JooqByokAllowances(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Map<AccountName, Allowance> all() {
        return connection.read(sql ->
                sql.select(SETTING.NAME, SETTING.VALUE)
                        .from(SETTING)
                        .where(SETTING.NAME.startsWith(PREFIX))
                        .fetchMap(
                                row -> new AccountName(row.value1().substring(PREFIX.length())),
                                row -> allowance(row.value1(), row.value2())));
    }

    private static Allowance allowance(String name, String kept) {
        try {
            return Allowance.parse(kept);
        } catch (IllegalArgumentException unknown) {
            throw new LedgerUnavailableException(
                    "the ledger's setting " + name + ": " + unknown.getMessage(), unknown);
        }
    }

    @Override
    public void set(AccountName account, Optional<Allowance> allowance) {
        NamedSetting setting = new NamedSetting(PREFIX + account);
        connection.write(sql -> {
            allowance.ifPresentOrElse(
                    value -> setting.write(sql, value.toString()), () -> setting.delete(sql));
            return setting;
        });
    }
}
