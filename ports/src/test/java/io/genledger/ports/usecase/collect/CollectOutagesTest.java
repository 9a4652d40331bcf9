package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static io.genledger.ports.usecase.collect.CollectFixture.unknown;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.testkit.ClaimsAround;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a collection lives through: outages, clocks that are set, a ledger in use. */
class CollectOutagesTest {

    private final CollectFixture fixture = new CollectFixture();
    private final List<Instant> asked = new ArrayList<>();

    @Test
    void outlivesAnOutageAndALongRest() {
        Instant over = NOW.plus(Duration.ofMinutes(90));
        CollectSummary summary =
                fixture.tracking(30)
                        .planning(CollectPlan::watching)
                        .stoppingAt(NOW.plus(Duration.ofHours(3)))
                        .collectFrom(id -> {
                            asked.add(fixture.now);
                            if (asked.size() == 1) {
                                throw SourceUnavailableException.rateLimited(
                                        "slow down", Optional.of(Duration.ofHours(1)));
                            }
                            if (fixture.now.isBefore(over)) {
                                throw new SourceUnavailableException("down", null);
                            }
                            return found(id);
                        });

        assertThat(summary.recorded()).isEqualTo(30);
        assertThat(summary.failed()).isZero();
        assertThat(summary.outage()).isEmpty();
        assertThat(asked.stream().filter(over::isAfter).count()).as("in vain").isLessThan(400);
    }

    /** The day is put back by an hour, five seconds after nothing was left to do. */
    @Test
    void aClockThatIsPutBackStopsNobody() {
        Instant back = NOW.minus(Duration.ofHours(1));
        fixture.planning(CollectPlan::watching)
                .stoppingAt(NOW.plusSeconds(100))
                .atEachWait(() -> {
                    if (fixture.now.isAfter(NOW.plusSeconds(5)) && asked.isEmpty()) {
                        fixture.now = back;
                        fixture.pending.track(Set.of(id(1)), back);
                    }
                })
                .collectFrom(id -> {
                    asked.add(fixture.now);
                    fixture.stop.request();
                    return found(id);
                });

        assertThat(asked).singleElement(as(INSTANT)).isBetween(back, back.plusSeconds(2));
    }

    /** A lid is closed during a rest, for longer than leases last. */
    @Test
    void aVerdictAfterALongSleepCounts() {
        CollectSummary summary =
                fixture.tracking(1)
                        .atEachWait(() -> {
                            if (asked.size() == 1 && fixture.now.isBefore(NOW.plusSeconds(60))) {
                                fixture.now = fixture.now.plus(Duration.ofHours(1));
                            }
                        })
                        .collectFrom(id -> {
                            asked.add(fixture.now);
                            if (asked.size() == 1) {
                                throw SourceUnavailableException.rateLimited(
                                        "slow", Optional.of(Duration.ofSeconds(30)));
                            }
                            return unknown(id);
                        });

        assertThat(summary.givenUp()).isEqualTo(1);
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void waitsWhileOthersUseTheLedgerAndKeepsItsAnswers() {
        BusyAtTimes claims = new BusyAtTimes(fixture.pending);
        List<String> waited = new ArrayList<>();
        CollectSummary summary =
                fixture.tracking(3)
                        .with(claims)
                        .planning(CollectPlan::watching)
                        .telling(waitingFor(waited))
                        .stoppingAt(NOW.plusSeconds(60))
                        .collectFrom(id -> {
                            asked.add(fixture.now);
                            claims.busyFor(5);
                            return found(id);
                        });

        assertThat(asked).as("nothing is asked for twice").hasSize(3);
        assertThat(summary.recorded()).isEqualTo(3);
        assertThat(waited).as("not each time").hasSizeBetween(1, 3).containsOnly("busy");
    }

    @Test
    void whoDoesNotKeepGoingSaysThatTheLedgerIsInUse() {
        BusyAtTimes claims = new BusyAtTimes(fixture.pending);
        fixture.tracking(1).with(claims);
        claims.busyFor(1);

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> fixture.collectFrom(CollectFixture::found));
    }

    private static CollectListener waitingFor(List<String> reasons) {
        return new CollectListener() {
            @Override
            public void settled(GenerationId id, CollectListener.Outcome outcome, String reason) {}

            @Override
            public void ledgerUnavailable(String reason) {
                reasons.add(reason);
            }
        };
    }

    /** A ledger that somebody else uses for the next few calls. */
    private static final class BusyAtTimes extends ClaimsAround {

        private int calls;

        BusyAtTimes(Claims honest) {
            super(honest);
        }

        void busyFor(int some) {
            calls = some;
        }

        private Claims inTurn() {
            if (calls > 0) {
                calls--;
                throw LedgerUnavailableException.transientFailure("busy", null);
            }
            return claims;
        }

        @Override
        public List<Claim> claim(int most, Instant now, Duration lease) {
            return inTurn().claim(most, now, lease);
        }

        @Override
        public List<Claim> extend(Collection<Claim> held, Instant now, Duration lease) {
            return inTurn().extend(held, now, lease);
        }

        @Override
        public List<SettlementResult> settle(List<Settlement> settlements) {
            return inTurn().settle(settlements);
        }
    }
}
