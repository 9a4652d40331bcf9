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
import io.genledger.ports.queue.Outcome;
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

/** Collecting through outages, changes of the wall clock, and an unavailable ledger. */
class CollectOutagesTest {

    private final CollectFixture fixture = new CollectFixture();
    private final List<Instant> requests = new ArrayList<>();

    @Test
    void survivesAnOutageAndALongBackoff() {
        Instant over = NOW.plus(Duration.ofMinutes(90));
        CollectSummary summary =
                fixture.tracking(30)
                        .planning(CollectPlan::watching)
                        .stoppingAt(NOW.plus(Duration.ofHours(3)))
                        .collectFrom(id -> {
                            requests.add(fixture.now);
                            if (requests.size() == 1) {
                                throw SourceUnavailableException.rateLimited(
                                        "slow down", Optional.of(Duration.ofHours(1)));
                            }
                            if (fixture.now.isBefore(over)) {
                                throw new SourceUnavailableException("down", null);
                            }
                            return found(id);
                        });

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(30);
        assertThat(summary.count(Outcome.UNAVAILABLE)).isZero();
        assertThat(summary.outage()).isEmpty();
        assertThat(requests.stream().filter(over::isAfter).count())
                .as("requests before the end of the outage")
                .isLessThan(400);
    }

    /** The wall clock is set back by an hour while the run waits for new ids. */
    @Test
    void aWallClockThatIsSetBackStopsNothing() {
        Instant back = NOW.minus(Duration.ofHours(1));
        fixture.planning(CollectPlan::watching)
                .stoppingAt(NOW.plusSeconds(100))
                .atEachWait(() -> {
                    if (fixture.now.isAfter(NOW.plusSeconds(5)) && requests.isEmpty()) {
                        fixture.now = back;
                        fixture.pending.track(Set.of(id(1)), back);
                    }
                })
                .collectFrom(id -> {
                    requests.add(fixture.now);
                    fixture.stop.request();
                    return found(id);
                });

        assertThat(requests).singleElement(as(INSTANT)).isBetween(back, back.plusSeconds(2));
    }

    /** The machine is suspended during a backoff, for longer than the lease. */
    @Test
    void anOutcomeAfterASuspensionCounts() {
        CollectSummary summary =
                fixture.tracking(1)
                        .atEachWait(() -> {
                            if (requests.size() == 1 && fixture.now.isBefore(NOW.plusSeconds(60))) {
                                fixture.now = fixture.now.plus(Duration.ofHours(1));
                            }
                        })
                        .collectFrom(id -> {
                            requests.add(fixture.now);
                            if (requests.size() == 1) {
                                throw SourceUnavailableException.rateLimited(
                                        "slow", Optional.of(Duration.ofSeconds(30)));
                            }
                            return unknown(id);
                        });

        assertThat(summary.count(Outcome.NOT_READY))
                .as("the wall clock alone does not make an id old")
                .isEqualTo(1);
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void waitsWhileTheLedgerIsUnavailableAndKeepsItsResults() {
        TemporarilyUnavailableClaims claims = new TemporarilyUnavailableClaims(fixture.pending);
        List<String> waited = new ArrayList<>();
        CollectSummary summary =
                fixture.tracking(3)
                        .with(claims)
                        .planning(CollectPlan::watching)
                        .listeningWith(waitingFor(waited))
                        .stoppingAt(NOW.plusSeconds(60))
                        .collectFrom(id -> {
                            requests.add(fixture.now);
                            claims.failNext(5);
                            return found(id);
                        });

        assertThat(requests).as("each id is fetched once").hasSize(3);
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(3);
        assertThat(waited)
                .as("once for each series of failures")
                .hasSizeBetween(1, 3)
                .containsOnly("busy");
    }

    @Test
    void aRunThatDoesNotWatchFailsWhenTheLedgerIsUnavailable() {
        TemporarilyUnavailableClaims claims = new TemporarilyUnavailableClaims(fixture.pending);
        fixture.tracking(1).with(claims);
        claims.failNext(1);

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> fixture.collectFrom(CollectFixture::found));
    }

    private static CollectListener waitingFor(List<String> reasons) {
        return new CollectListener() {
            @Override
            public void outcome(GenerationId id, Outcome outcome, Optional<String> reason) {}

            @Override
            public void ledgerUnavailable(String reason) {
                reasons.add(reason);
            }
        };
    }

    /** Claims that are unavailable for the next few calls. */
    private static final class TemporarilyUnavailableClaims extends ClaimsAround {

        private int failures;

        TemporarilyUnavailableClaims(Claims claims) {
            super(claims);
        }

        void failNext(int count) {
            failures = count;
        }

        private Claims nextOrFail() {
            if (failures > 0) {
                failures--;
                throw LedgerUnavailableException.transientFailure("busy", null);
            }
            return claims;
        }

        @Override
        public List<Claim> claim(int most, Instant now, Duration lease) {
            return nextOrFail().claim(most, now, lease);
        }

        @Override
        public List<Claim> extend(Collection<Claim> held, Instant now, Duration lease) {
            return nextOrFail().extend(held, now, lease);
        }

        @Override
        public List<SettlementResult> settle(List<Settlement> settlements) {
            return nextOrFail().settle(settlements);
        }
    }
}
