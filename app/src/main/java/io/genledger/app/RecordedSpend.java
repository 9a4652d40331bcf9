package io.genledger.app;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Sums the spend of the records that one run brought into the ledger. Changed records are left out,
 * because an earlier run recorded most of their spend. For use by one thread.
 */
public final class RecordedSpend {

    private SpendTotals totals = SpendTotals.NONE;

    /** The known spend, exact. */
    public UsdAmount known() {
        return totals.spend();
    }

    /** The number of records whose spend is unknown. */
    public long unknown() {
        return totals.unknownSpend();
    }

    /** The claims, with the spend of their records counted here. */
    Claims countedIn(Claims claims) {
        return new Counted(claims);
    }

    private void add(Settlement settlement, SettlementResult result) {
        boolean isNew = result == SettlementResult.RECORDED || result == SettlementResult.REPLACED;
        if (isNew && settlement instanceof Settlement.Recorded recorded) {
            totals = totals.plus(SpendTotals.of(recorded.recording().entry()));
        }
    }

    private final class Counted implements Claims {

        private final Claims claims;

        Counted(Claims claims) {
            this.claims = claims;
        }

        @Override
        public List<SettlementResult> settle(List<Settlement> settlements) {
            List<SettlementResult> results = claims.settle(settlements);
            for (int i = 0; i < results.size(); i++) {
                add(settlements.get(i), results.get(i));
            }
            return results;
        }

        @Override
        public List<Claim> claim(int most, Instant now, Duration lease) {
            return claims.claim(most, now, lease);
        }

        @Override
        public List<Claim> extend(Collection<Claim> held, Instant now, Duration lease) {
            return claims.extend(held, now, lease);
        }

        @Override
        public Optional<Instant> nextDue() {
            return claims.nextDue();
        }

        @Override
        public int correctDueTimes(Instant now) {
            return claims.correctDueTimes(now);
        }
    }
}
