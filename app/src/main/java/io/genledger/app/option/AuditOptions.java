package io.genledger.app.option;

import io.genledger.app.option.plan.PlanOptions;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.admin.ByokAllowances;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The options of what an audit checks, and against which plans. */
public final class AuditOptions {

    @Mixin private TimeRangeOptions time = new TimeRangeOptions();
    @Mixin private PlanOptions plan = new PlanOptions();

    /**
     * The time range to check. One without a beginning begins where the entries do.
     *
     * @param ofLedger the zone of days and months if none is named
     * @param now the present, from which relative periods are counted
     * @param prunedBefore the moment before which entries were pruned; empty if none were
     * @throws UsageException if it is empty, or the options contradict each other
     */
    public TimeRange range(ZoneId ofLedger, Instant now, Optional<Instant> prunedBefore) {
        TimeRange range = time.range(ofLedger, now);
        Optional<Instant> bound =
                prunedBefore.filter(moment -> range.until().map(moment::isBefore).orElse(true));
        return range.since().isPresent() ? range : new TimeRange(bound, range.until());
    }

    /** The plans as stated, else with the allowances that the ledger keeps. */
    public AccountPlans plans(ByokAllowances kept) {
        return plan.plans(kept);
    }

    /** What to do about an audit that needs pruned entries. */
    public static UsageException advice(EntriesPrunedException pruned) {
        return new UsageException(pruned.getMessage() + "; begin at that time or later (--since)");
    }
}
