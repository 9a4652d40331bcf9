package io.genledger.app.view.maintain;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import java.util.Optional;

/**
 * The answer of {@code config byok-allowance}.
 *
 * @param account the account
 * @param allowance the monthly allowance that the ledger keeps for it, e.g. {@code 25000USD}; empty
 *     if that of OpenRouter's public plans applies
 */
public record ByokAllowanceView(AccountName account, Optional<Allowance> allowance) {}
