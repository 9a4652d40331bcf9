package io.genledger.ports.testkit;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Claims that delegate to others; a test overrides some methods. */
public abstract class ClaimsAround implements Claims {

    /** The claims. */
    protected final Claims claims;

    /** Delegates to {@code claims}. */
    protected ClaimsAround(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Claims ofAccounts(Set<AccountName> accounts) {
        return claims.ofAccounts(accounts);
    }

    @Override
    public Set<AccountName> accountsPending() {
        return claims.accountsPending();
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
    public List<SettlementResult> settle(List<Settlement> settlements) {
        return claims.settle(settlements);
    }

    @Override
    public Optional<Instant> nextDue() {
        return claims.nextDue();
    }

    @Override
    public int makeDue(Reason reason, Instant now) {
        return claims.makeDue(reason, now);
    }

    @Override
    public int correctDueTimes(Instant now) {
        return claims.correctDueTimes(now);
    }
}
