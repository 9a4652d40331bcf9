package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import io.genledger.ports.ledger.admin.ByokAllowances;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link ByokAllowances}. */
public abstract class ByokAllowancesContract {

    private static final AccountName ODD = new AccountName("100%_team \\ é");
    private static final Allowance AMOUNT = Allowance.parse("0.000000000001USD");
    private static final Allowance REQUESTS = Allowance.parse("1000000req");

    /** The allowances of a ledger in which none was set. */
    protected abstract ByokAllowances none();

    @Test
    void keepsOneForEachAccount() {
        ByokAllowances allowances = none();
        assertThat(allowances.all()).isEmpty();

        allowances.set(AccountName.DEFAULT, Optional.of(REQUESTS));
        allowances.set(ODD, Optional.of(AMOUNT));

        assertThat(allowances.all()).isEqualTo(Map.of(AccountName.DEFAULT, REQUESTS, ODD, AMOUNT));
    }

    @Test
    void theLastOneReplacesTheEarlier() {
        ByokAllowances allowances = none();
        allowances.set(ODD, Optional.of(AMOUNT));
        allowances.set(ODD, Optional.of(REQUESTS));

        assertThat(allowances.all()).isEqualTo(Map.of(ODD, REQUESTS));
    }

    @Test
    void removesOne() {
        ByokAllowances allowances = none();
        allowances.set(ODD, Optional.of(AMOUNT));
        allowances.set(AccountName.DEFAULT, Optional.of(AMOUNT));
        allowances.set(ODD, Optional.empty());
        allowances.set(new AccountName("other"), Optional.empty());

        assertThat(allowances.all()).isEqualTo(Map.of(AccountName.DEFAULT, AMOUNT));
    }
}
