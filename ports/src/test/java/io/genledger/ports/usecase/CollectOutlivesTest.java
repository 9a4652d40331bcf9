package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.CollectRoom.NOW;
import static io.genledger.ports.usecase.CollectRoom.found;
import static io.genledger.ports.usecase.CollectRoom.unknown;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.Claims;
import io.genledger.ports.LedgerUnavailableException;
import io.genledger.ports.Settled;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceUnavailableException;
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
class CollectOutlivesTest {

    private final CollectRoom room = new CollectRoom();
    private final List<Instant> asked = new ArrayList<>();

    @Test
    void outlivesAnOutageAndALongRest() {
        Instant over = NOW.plus(Duration.ofMinutes(90));
        CollectSummary summary =
                room.tracking(30)
                        .planning(CollectPlan::keepingOn)
                        .stoppingAt(NOW.plus(Duration.ofHours(3)))
                        .collectFrom(id -> {
                            asked.add(room.now);
                            if (asked.size() == 1) {
                                throw SourceUnavailableException.slowDown(
                                        "slow down", Optional.of(Duration.ofHours(1)));
                            }
                            if (room.now.isBefore(over)) {
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
        room.planning(CollectPlan::keepingOn)
                .stoppingAt(NOW.plusSeconds(100))
                .atEachWait(() -> {
                    if (room.now.isAfter(NOW.plusSeconds(5)) && asked.isEmpty()) {
                        room.now = back;
                        room.pending.track(Set.of(id(1)), back);
                    }
                })
                .collectFrom(id -> {
                    asked.add(room.now);
                    room.stop.request();
                    return found(id);
                });

        assertThat(asked).singleElement(as(INSTANT)).isBetween(back, back.plusSeconds(2));
    }

    /** A lid is closed during a rest, for longer than leases last. */
    @Test
    void aVerdictAfterALongSleepCounts() {
        CollectSummary summary =
                room.tracking(1)
                        .atEachWait(() -> {
                            if (asked.size() == 1 && room.now.isBefore(NOW.plusSeconds(60))) {
                                room.now = room.now.plus(Duration.ofHours(1));
                            }
                        })
                        .collectFrom(id -> {
                            asked.add(room.now);
                            if (asked.size() == 1) {
                                throw SourceUnavailableException.slowDown(
                                        "slow", Optional.of(Duration.ofSeconds(30)));
                            }
                            return unknown(id);
                        });

        assertThat(summary.givenUp()).isEqualTo(1);
        assertThat(room.backlog().claimed()).isZero();
    }

    @Test
    void waitsWhileOthersUseTheLedgerAndKeepsItsAnswers() {
        BusyAtTimes claims = new BusyAtTimes(room.pending);
        List<String> waited = new ArrayList<>();
        CollectSummary summary =
                room.tracking(3)
                        .with(claims)
                        .planning(CollectPlan::keepingOn)
                        .telling(waitingFor(waited))
                        .stoppingAt(NOW.plusSeconds(60))
                        .collectFrom(id -> {
                            asked.add(room.now);
                            claims.busyFor(5);
                            return found(id);
                        });

        assertThat(asked).as("nothing is asked for twice").hasSize(3);
        assertThat(summary.recorded()).isEqualTo(3);
        assertThat(waited).as("not each time").hasSizeBetween(1, 3).containsOnly("busy");
    }

    @Test
    void whoDoesNotKeepGoingSaysThatTheLedgerIsInUse() {
        BusyAtTimes claims = new BusyAtTimes(room.pending);
        room.tracking(1).with(claims);
        claims.busyFor(1);

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> room.collectFrom(CollectRoom::found));
    }

    private static CollectListener waitingFor(List<String> reasons) {
        return new CollectListener() {
            @Override
            public void settled(GenerationId id, Result result, String reason) {}

            @Override
            public void waitsForLedger(String reason) {
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
                throw LedgerUnavailableException.forNow("busy", null);
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
        public List<Settled> settle(List<Settlement> settlements) {
            return inTurn().settle(settlements);
        }
    }
}
