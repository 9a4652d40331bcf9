package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each faulty adapter breaks a contract of the queue and is caught by the named test. */
class QueueContractsCatchFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "QueueWithoutClaims, aClaimedIdCannotBeClaimedAgain",
        "QueueWithoutClaims, concurrentWorkersNeverClaimTheSameId",
        "QueueWithoutLeases, anExpiredClaimIsDueAgain",
        "QueueThatIgnoresTokens, aLostClaimChangesNothing",
        "QueueThatIgnoresTokens, aClaimOfAForgottenIdIsLostAlthoughItIsTrackedAgain",
        "QueueThatExtendsNothing, anExtendedClaimIsStillHeld",
        "QueueThatDropsRecordsOfLostClaims, aRecordIsKeptAlthoughItsClaimIsLost",
        "QueueThatForgetsRecordedIds, countsRecordedIds",
        "QueueThatAcknowledgesEarly, concurrentThreadsTrackEachIdOnce",
        "QueueThatOverwritesAccounts, anIdKeepsItsAccountWhenItIsTrackedWithAnother",
        "QueueWithoutAccounts, claimsTheIdsOfOneAccount",
        "QueueWithoutAccounts, theNextDueTimeOfAnAccountIgnoresOthers",
        "RefreshQueueWithoutAccounts, refreshesOneAccount",
        "EditorWithoutALog, forgetsAndLogsIt",
        "EditorThatStealsClaims, requeueLeavesAClaimHeld",
        "RefreshQueueWithoutAge, enqueuesNothingTwice",
        "RefreshQueueWithoutAge, refreshesNothingThatWasOldWhenItWasReceived"
    })
    void eachFaultIsCaught(String faulty, String caughtBy) throws ClassNotFoundException {
        FaultyAdapters.assertCaught(getClass(), faulty, caughtBy);
    }

    static class QueueWithoutClaims extends ClaimsContract {

        @Override
        protected QueueFixture emptyFixture() {
            return withLease(lease -> Duration.ZERO);
        }
    }

    static class QueueWithoutLeases extends ClaimsContract {

        @Override
        protected QueueFixture emptyFixture() {
            return withLease(lease -> Lease.LONGEST);
        }
    }

    private static QueueFixture withLease(UnaryOperator<Duration> leases) {
        QueueFixture queue = QueueFixture.inMemory();
        return queue.with(
                new ClaimsAround(queue.claims()) {
                    @Override
                    public List<Claim> claim(int most, Instant now, Duration lease) {
                        return claims.claim(most, now, leases.apply(lease));
                    }
                });
    }

    /** Adds the ids of each call in the next one. */
    static class QueueThatAcknowledgesEarly extends PendingGenerationsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            AtomicReference<Set<GenerationId>> acknowledged = new AtomicReference<>(Set.of());
            return queue.with(
                    new PendingGenerations() {
                        @Override
                        public Tracked track(
                                Set<GenerationId> ids, AccountName account, Instant now) {
                            var unused =
                                    queue.pending()
                                            .track(acknowledged.getAndSet(ids), account, now);
                            return new Tracked(ids.size(), 0, 0, 0);
                        }

                        @Override
                        public Backlog backlog(Instant now) {
                            return queue.pending().backlog(now);
                        }
                    });
        }
    }

    /** Releases any claim of an id, with any token. */
    static class QueueThatIgnoresTokens extends ClaimsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            Map<GenerationId, Claim> current = new HashMap<>();
            return queue.with(
                    new ClaimsAround(queue.claims()) {
                        @Override
                        public List<Claim> claim(int most, Instant now, Duration lease) {
                            List<Claim> claimed = claims.claim(most, now, lease);
                            claimed.forEach(claim -> current.put(claim.id(), claim));
                            return claimed;
                        }

                        @Override
                        public List<SettlementResult> settle(List<Settlement> settlements) {
                            return claims.settle(
                                    settlements.stream().map(this::withCurrentClaim).toList());
                        }

                        private Settlement withCurrentClaim(Settlement settlement) {
                            return settlement instanceof Settlement.Released released
                                    ? new Settlement.Released(
                                            current.getOrDefault(
                                                    released.claim().id(), released.claim()))
                                    : settlement;
                        }
                    });
        }
    }

    static class QueueThatExtendsNothing extends ClaimsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    new ClaimsAround(queue.claims()) {
                        @Override
                        public List<Claim> extend(
                                Collection<Claim> held, Instant now, Duration lease) {
                            return held.stream()
                                    .map(claim ->
                                            new Claim(
                                                    claim.id(),
                                                    claim.account(),
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

    /** Loses the record of a lost claim. */
    static class QueueThatDropsRecordsOfLostClaims extends ClaimsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    new ClaimsAround(queue.claims()) {
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

    static class QueueThatForgetsRecordedIds extends PendingGenerationsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    (PendingGenerations) new InMemoryPendingGenerations(new InMemoryLedger()));
        }
    }

    /** Lets the last call that tracks an id decide its account. */
    static class QueueThatOverwritesAccounts extends PendingGenerationsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    new PendingGenerations() {
                        @Override
                        public Tracked track(
                                Set<GenerationId> ids, AccountName account, Instant now) {
                            int known = queue.editor().forget(ids, now).size();
                            queue.pending().track(ids, account, now);
                            return new Tracked(ids.size() - known, known, 0, 0);
                        }

                        @Override
                        public Backlog backlog(Instant now) {
                            return queue.pending().backlog(now);
                        }
                    });
        }
    }

    /** Claims the ids of all accounts, whatever its limit. */
    static class QueueWithoutAccounts extends ClaimsContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    new ClaimsAround(queue.claims()) {
                        @Override
                        public Claims ofAccounts(Set<AccountName> accounts) {
                            return this;
                        }
                    });
        }
    }

    static class RefreshQueueWithoutAccounts extends RefreshQueueContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    new RefreshQueue() {
                        @Override
                        public RefreshQueue ofAccount(AccountName account) {
                            return this;
                        }

                        @Override
                        public int enqueue(Duration age, int most, Instant now) {
                            return queue.refreshes().enqueue(age, most, now);
                        }
                    });
        }
    }

    static class EditorWithoutALog extends QueueAdminContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return new QueueFixture(
                    queue.pending(),
                    queue.lookedUp(),
                    queue.claims(),
                    queue.ledger(),
                    queue.reader(),
                    queue.editor(),
                    id -> List.of(),
                    queue.quarantine(),
                    queue.refreshes());
        }
    }

    static class EditorThatStealsClaims extends QueueAdminContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    new QueueEditor() {
                        @Override
                        public Requeued requeue(Set<GenerationId> ids, Instant now) {
                            Set<GenerationId> forgotten = queue.editor().forget(ids, now);
                            queue.pending().track(forgotten, now);
                            return new Requeued(forgotten, Set.of());
                        }

                        @Override
                        public long requeueAll(QueueQuery query, Instant now) {
                            return queue.editor().requeueAll(query, now);
                        }

                        @Override
                        public Set<GenerationId> forget(Set<GenerationId> ids, Instant now) {
                            return queue.editor().forget(ids, now);
                        }
                    });
        }
    }

    static class RefreshQueueWithoutAge extends RefreshQueueContract {

        @Override
        protected QueueFixture emptyFixture() {
            QueueFixture queue = QueueFixture.inMemory();
            return queue.with(
                    new RefreshQueue() {
                        @Override
                        public RefreshQueue ofAccount(AccountName account) {
                            return queue.refreshes().ofAccount(account);
                        }

                        @Override
                        public int enqueue(Duration age, int most, Instant now) {
                            return queue.refreshes()
                                    .enqueue(Duration.between(CREATED, now), most, now);
                        }
                    });
        }
    }
}
