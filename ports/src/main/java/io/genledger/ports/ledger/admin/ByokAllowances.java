package io.genledger.ports.ledger.admin;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.Map;
import java.util.Optional;

/**
 * The monthly BYOK allowances that the plans of accounts have in place of the public ones, the same
 * for all who open the ledger. Thread-safe.
 */
public interface ByokAllowances {

    /**
     * The allowances that were set, by account.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read, or keeps an allowance that
     *     this version does not know
     */
    Map<AccountName, Allowance> all();

    /**
     * Sets the allowance of {@code account} in place of an earlier one.
     *
     * @param allowance empty for that of the public plans
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    void set(AccountName account, Optional<Allowance> allowance);
}
