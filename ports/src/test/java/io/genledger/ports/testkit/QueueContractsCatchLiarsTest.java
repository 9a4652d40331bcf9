package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contracts of the queue bite: each liar is caught by the test it names. */
class QueueContractsCatchLiarsTest {

    @ParameterizedTest
    @CsvSource({
        "QueueWithoutClaims, givesNobodyElseWhatIsClaimed",
        "QueueWithoutClaims, neverGivesOneIdToTwoWorkers",
        "QueueWithoutLeases, givesOutAgainWhatADeadWorkerClaimed",
        "QueueThatBelievesAnybody, aLostClaimChangesNothing",
        "QueueThatBelievesAnybody, aClaimOnSomethingForgottenIsLostThoughItIsTrackedAnew",
        "QueueThatExtendsNothing, anExtendedClaimStaysOnesOwn",
        "QueueOfOwners, aRecordIsKeptWhoeverClaimsItsId",
        "QueueThatForgetsWhatIsKept, saysWhatIsKeptAlready",
        "EditorWithoutATrace, forgetsWithATrace",
        "EditorWhoStealsClaims, leavesAClaimToWhoHoldsIt",
        "RereaderOfEverything, putsNothingIntoTheQueueTwice",
        "RereaderOfEverything, readsNothingOnceMoreThatWasOldWhenItWasRead"
    })
    void eachLiarIsCaught(String liar, String caughtBy) throws ClassNotFoundException {
        Liars.assertCaught(getClass(), liar, caughtBy);
    }

    static class QueueWithoutClaims extends ClaimsContract {

        @Override
        protected QueueFixture emptyRoom() {
            return withLease(lease -> Duration.ZERO);
        }
    }

    static class QueueWithoutLeases extends ClaimsContract {

        @Override
        protected QueueFixture emptyRoom() {
            return withLease(lease -> Lease.LONGEST);
        }
    }

    private static QueueFixture withLease(UnaryOperator<Duration> leases) {
        QueueFixture honest = QueueFixture.inMemory();
        return honest.with(
                new ClaimsAround(honest.claims()) {
                    @Override
                    public List<Claim> claim(int most, Instant now, Duration lease) {
                        return claims.claim(most, now, leases.apply(lease));
                    }
                });
    }

    /** Settles by the id alone. */
    static class QueueThatBelievesAnybody extends ClaimsContract {

        @Override
        protected QueueFixture emptyRoom() {
            QueueFixture honest = QueueFixture.inMemory();
            Map<GenerationId, Claim> owners = new HashMap<>();
            return honest.with(
                    new ClaimsAround(honest.claims()) {
                        @Override
                        public List<Claim> claim(int most, Instant now, Duration lease) {
                            List<Claim> taken = claims.claim(most, now, lease);
                            taken.forEach(claim -> owners.put(claim.id(), claim));
                            return taken;
                        }

                        @Override
                        public List<SettlementResult> settle(List<Settlement> settlements) {
                            return claims.settle(settlements.stream().map(this::forOwner).toList());
                        }

                        private Settlement forOwner(Settlement settlement) {
                            return settlement instanceof Settlement.Released released
                                    ? new Settlement.Released(
                                            owners.getOrDefault(
                                                    released.claim().id(), released.claim()))
                                    : settlement;
                        }
                    });
        }
    }

    static class QueueThatExtendsNothing extends ClaimsContract {

        @Override
        protected QueueFixture emptyRoom() {
            QueueFixture honest = QueueFixture.inMemory();
            return honest.with(
                    new ClaimsAround(honest.claims()) {
                        @Override
                        public List<Claim> extend(
                                Collection<Claim> held, Instant now, Duration lease) {
                            return held.stream()
                                    .map(claim ->
                                            new Claim(
                                                    claim.id(),
                                                    claim.since(),
                                                    claim.attempts(),
                                                    claim.refresh(),
                                                    new Lease(
                                                            claim.lease().token(),
                                                            now.plus(lease))))
                                    .toList();
                        }
                    });
        }
    }

    /** Keeps a record only of who still claims it. */
    static class QueueOfOwners extends ClaimsContract {

        @Override
        protected QueueFixture emptyRoom() {
            QueueFixture honest = QueueFixture.inMemory();
            return honest.with(
                    new ClaimsAround(honest.claims()) {
                        @Override
                        public List<SettlementResult> settle(List<Settlement> settlements) {
                            return settlements.stream().map(this::settleOne).toList();
                        }

                        private SettlementResult settleOne(Settlement settlement) {
                            Claim claim = settlement.claim();
                            boolean own =
                                    !claims.extend(List.of(claim), SOON, LEASE.multipliedBy(9))
                                            .isEmpty();
                            return own
                                    ? claims.settle(List.of(settlement)).get(0)
                                    : SettlementResult.LOST;
                        }
                    });
        }
    }

    static class QueueThatForgetsWhatIsKept extends PendingGenerationsContract {

        @Override
        protected QueueFixture emptyRoom() {
            QueueFixture honest = QueueFixture.inMemory();
            return honest.with(
                    (PendingGenerations) new InMemoryPendingGenerations(new InMemoryLedger()));
        }
    }

    static class EditorWithoutATrace extends QueueAdminContract {

        @Override
        protected QueueFixture emptyRoom() {
            QueueFixture honest = QueueFixture.inMemory();
            return new QueueFixture(
                    honest.pending(),
                    honest.claims(),
                    honest.ledger(),
                    honest.reader(),
                    honest.editor(),
                    id -> List.of(),
                    honest.aside(),
                    honest.rereads());
        }
    }

    static class EditorWhoStealsClaims extends QueueAdminContract {

        @Override
        protected QueueFixture emptyRoom() {
            QueueFixture honest = QueueFixture.inMemory();
            return honest.with(
                    new QueueEditor() {
                        @Override
                        public Requeued requeue(Set<GenerationId> ids, Instant now) {
                            Set<GenerationId> forgotten = honest.editor().forget(ids, now);
                            honest.pending().track(forgotten, now);
                            return new Requeued(forgotten, Set.of());
                        }

                        @Override
                        public long requeueAll(QueueQuery query, Instant now) {
                            return honest.editor().requeueAll(query, now);
                        }

                        @Override
                        public Set<GenerationId> forget(Set<GenerationId> ids, Instant now) {
                            return honest.editor().forget(ids, now);
                        }
                    });
        }
    }

    static class RereaderOfEverything extends RefreshQueueContract {

        @Override
        protected QueueFixture emptyRoom() {
            QueueFixture honest = QueueFixture.inMemory();
            return honest.with(
                    (RefreshQueue)
                            (age, most, now) ->
                                    honest.rereads()
                                            .enqueue(Duration.between(CREATED, now), most, now));
        }
    }
}
