package io.genledger.ports.usecase.report;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import java.util.Optional;

/**
 * What a report covers, known before its first row.
 *
 * @param query the query as answered
 * @param isDefaultRange whether the query had no range and was answered for the last 31 days,
 *     because the ledger does not keep its sums
 * @param before the range with which rows are compared; empty if they are not
 * @param wholeSpend the spend of all rows together; empty if it was not asked for
 */
public record SpendScope(
        SpendQuery query,
        boolean isDefaultRange,
        Optional<TimeRange> before,
        Optional<UsdAmount> wholeSpend) {}
