package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantineTotal;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.queue.admin.QueueEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link Claims} and the {@link Quarantine} that they fill. */
public abstract class ClaimsContract extends QueueContract {

    @Test
    void aClaimStatesWhenItsIdWasTracked() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim claim = claimOne(queue, SOON);

        assertThat(claim)
                .isEqualTo(new Claim(id(1), AccountName.DEFAULT, NOW, 0, false, claim.lease()))
                .extracting(own -> own.lease().until())
                .isEqualTo(SOON.plus(LEASE));
    }

    @Test
    void aClaimStatesTheAccountWithWhichItsIdWasTracked() {
        QueueFixture queue = emptyFixture();
        trackForAcme(queue, 1);
        Claim claim = claimOne(queue, NOW);

        assertThat(claim.account()).isEqualTo(ACME);
        assertThat(queue.claims().extend(List.of(claim), SOON, LEASE))
                .extracting(Claim::account)
                .containsExactly(ACME);
    }

    @Test
    void recordsWithTheAccountOfTheClaim() {
        QueueFixture queue = emptyFixture();
        trackForAcme(queue, 1);
        Recording record = recording(costing(id(1), credits("0.01")));
        settle(
                queue,
                new Settlement.Recorded(
                        claimOne(queue, NOW),
                        new Recording(record.entry(), record.document(), ACME)));

        assertThat(queue.ledger().find(id(1)).map(Revision::account)).contains(ACME);
        assertThat(queue.reader().find(id(1), NOW).map(QueueEntry::account)).contains(ACME);
    }

    @Test
    void recordsWithTheAccountWhoseKeyFetchedTheRecord() {
        QueueFixture queue = emptyFixture();
        queue.pending().track(Set.of(id(1)), NOW);
        Claim claim = claimOne(queue, NOW).withAccount(ACME);
        Recording own = recording(costing(id(1), credits("0.01")));
        queue.claims()
                .settle(
                        List.of(
                                new Settlement.Recorded(
                                        claim, new Recording(own.entry(), own.document(), ACME))));

        assertThat(queue.ledger().find(id(1)).map(Revision::account)).contains(ACME);
        assertThat(queue.reader().find(id(1), NOW).map(QueueEntry::account)).contains(ACME);
    }

    @Test
    void namesTheAccountsOfPendingAndClaimedIds() {
        QueueFixture queue = emptyFixture();
        queue.pending().track(Set.of(id(1)), NOW);
        settle(
                queue,
                new Settlement.Refused(
                        claimOne(queue, NOW), AttemptOutcome.of(NOW, Reason.REJECTED, "no")));
        queue.pending().track(Set.of(id(2)), ACME, NOW);
        queue.pending().track(Set.of(id(3)), new AccountName("claimed"), NOW.minusSeconds(1));
        var unused = queue.claims().claim(1, NOW, LEASE);

        assertThat(queue.claims().accountsPending())
                .containsExactlyInAnyOrder(ACME, new AccountName("claimed"));
    }

    @Test
    void makesTheIdsOfAnAccountDueOnly() {
        QueueFixture queue = emptyFixture();
        queue.pending().track(Set.of(id(1)), NOW);
        queue.pending().track(Set.of(id(2)), ACME, NOW);
        AttemptOutcome down = AttemptOutcome.of(NOW, Reason.UNAVAILABLE, "down");
        queue.claims()
                .settle(
                        queue.claims().claim(2, NOW, LEASE).stream()
                                .<Settlement>map(
                                        claim -> new Settlement.Deferred(claim, LATER, down))
                                .toList());

        assertThat(queue.claims().ofAccounts(Set.of(ACME)).makeDue(Reason.UNAVAILABLE, NOW))
                .isEqualTo(1);
        assertThat(queue.claims().claim(2, NOW, LEASE))
                .extracting(Claim::id)
                .containsExactly(id(2));
    }

    @Test
    void claimsTheIdsOfSeveralAccounts() {
        QueueFixture queue = emptyFixture();
        queue.pending().track(Set.of(id(1)), NOW);
        queue.pending().track(Set.of(id(2)), ACME, NOW);
        queue.pending().track(Set.of(id(3)), new AccountName("other"), NOW);

        assertThat(
                        queue.claims()
                                .ofAccounts(Set.of(ACME, AccountName.DEFAULT))
                                .claim(9, NOW, LEASE))
                .extracting(Claim::id)
                .containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    void anIdKeepsItsAccountWhenItIsDeferredGivenUpAndRequeued() {
        QueueFixture queue = emptyFixture();
        trackForAcme(queue, 1);
        settle(
                queue,
                new Settlement.Deferred(claimOne(queue, NOW), SOON, outcome(Reason.NOT_READY)));
        settle(queue, new Settlement.GivenUp(claimOne(queue, SOON), outcome(Reason.NOT_FOUND)));
        queue.editor().requeue(Set.of(id(1)), LATER);

        assertThat(claimOne(queue, LATER).account()).isEqualTo(ACME);
    }

    @Test
    void claimsTheIdsOfOneAccount() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 2);
        trackForAcme(queue, 3);

        assertThat(queue.claims().ofAccounts(Set.of(ACME)).claim(1, NOW, LEASE))
                .extracting(Claim::id)
                .containsExactly(id(3));
        assertThat(queue.claims().ofAccounts(Set.of(ACME)).claim(9, NOW, LEASE)).isEmpty();
        assertThat(queue.claims().ofAccounts(Set.of(AccountName.DEFAULT)).claim(1, NOW, LEASE))
                .hasSize(1);
        assertThat(claim(queue, NOW)).hasSize(1);
    }

    @Test
    void theNextDueTimeOfAnAccountIgnoresOthers() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        assertThat(queue.claims().ofAccounts(Set.of(ACME)).nextDue()).isEmpty();
        queue.pending().track(Set.of(id(2)), ACME, LATER);

        assertThat(queue.claims().ofAccounts(Set.of(ACME)).nextDue()).contains(LATER);
        assertThat(queue.claims().nextDue()).contains(NOW);
    }

    @Test
    void claimsUpToTheLimitLongestDueFirst() {
        QueueFixture queue = emptyFixture();
        queue.pending().track(Set.of(id(1)), SOON);
        queue.pending().track(Set.of(id(2)), NOW);

        assertThat(queue.claims().claim(1, SOON, LEASE))
                .extracting(Claim::id)
                .containsExactly(id(2));
    }

    @Test
    void aClaimedIdCannotBeClaimedAgain() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        claim(queue, NOW);

        assertThat(claim(queue, NOW.plus(LEASE).minusMillis(1))).isEmpty();
    }

    @Test
    void anExpiredClaimIsDueAgain() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        claim(queue, NOW);

        assertThat(claim(queue, NOW.plus(LEASE))).hasSize(1);
    }

    @Test
    void aLeaseFromAWrongClockCountsAsExpired() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 2);
        Instant wrong = NOW.plus(Duration.ofDays(3650));
        queue.claims().claim(1, wrong, LEASE);
        queue.claims().claim(1, NOW, Lease.LONGEST);

        assertThat(queue.pending().backlog(NOW).claimed()).isEqualTo(1);
        assertThat(claim(queue, NOW)).hasSize(1);
        assertThat(queue.pending().backlog(NOW).claimed()).isEqualTo(2);
    }

    @Test
    void idsThatWereTrackedByAClockThatWasAheadAreDueAtOnce() {
        QueueFixture queue = emptyFixture();
        Instant ahead = NOW.plus(Duration.ofHours(1));
        track(queue, 1);
        queue.pending().track(Set.of(id(2)), ahead);

        assertThat(queue.claims().correctDueTimes(NOW)).isEqualTo(1);
        assertThat(claim(queue, NOW)).extracting(Claim::id).contains(id(1), id(2));
        assertThat(queue.claims().correctDueTimes(NOW)).isZero();
    }

    @Test
    void idsThatWereDeferredByAClockThatWasAheadAreDueAtOnce() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Instant ahead = NOW.plus(Duration.ofHours(1));
        AttemptOutcome outcome = AttemptOutcome.of(ahead, Reason.NOT_READY, "none");
        settle(queue, new Settlement.Deferred(claimOne(queue, NOW), ahead.plusSeconds(2), outcome));

        assertThat(queue.claims().correctDueTimes(NOW)).isEqualTo(1);
        assertThat(claimOne(queue, NOW).attempts()).isEqualTo(1);
    }

    @Test
    void idsThatAClockThatWasAheadHasLeasedAreDueAtOnce() {
        QueueFixture queue = emptyFixture();
        Instant ahead = NOW.plus(Duration.ofHours(1));
        queue.pending().track(Set.of(id(1)), ahead);
        assertThat(claim(queue, ahead)).hasSize(1);

        assertThat(queue.claims().correctDueTimes(NOW)).isEqualTo(1);
        assertThat(claim(queue, NOW)).extracting(Claim::id).containsExactly(id(1));
    }

    @Test
    void aBackoffByTheRightClockStaysAlthoughTheIdWasTrackedByAnother() {
        QueueFixture queue = emptyFixture();
        queue.pending().track(Set.of(id(1)), NOW.plus(Duration.ofHours(1)));
        assertThat(queue.claims().correctDueTimes(NOW)).isEqualTo(1);
        settle(
                queue,
                new Settlement.Deferred(claimOne(queue, NOW), SOON, outcome(Reason.NOT_READY)));

        assertThat(queue.claims().correctDueTimes(NOW)).isZero();
        assertThat(claim(queue, SOON.minusMillis(1))).isEmpty();
    }

    @Test
    void makesIdsDueByTheReasonOfTheirLastOutcome() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 2, 3);
        List<Claim> claims = claim(queue, NOW);
        settle(queue, new Settlement.Deferred(claims.get(0), LATER, outcome(Reason.UNAVAILABLE)));
        settle(queue, new Settlement.Deferred(claims.get(1), LATER, outcome(Reason.NOT_READY)));

        assertThat(queue.claims().makeDue(Reason.UNAVAILABLE, NOW)).isEqualTo(1);
        assertThat(claim(queue, NOW)).extracting(Claim::id).containsExactly(claims.get(0).id());
        assertThat(queue.claims().makeDue(Reason.UNAVAILABLE, NOW)).isZero();
    }

    @Test
    void aDueTimeThatTheClockExplainsStays() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 2);
        AttemptOutcome outcome =
                AttemptOutcome.of(NOW.plus(Claims.CLOCK_TOLERANCE), Reason.UNREADABLE, "odd");
        List<Claim> claims = claim(queue, NOW);
        settle(queue, new Settlement.Deferred(claims.get(0), LATER, outcome));

        assertThat(queue.claims().correctDueTimes(NOW)).isZero();
        assertThat(queue.pending().backlog(NOW))
                .isEqualTo(new Backlog(0, 1, 1, 0, 0, Optional.of(LATER)));
    }

    @Test
    void aDeferredIdIsClaimedWhenDueWithOneMoreAttempt() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(
                queue,
                new Settlement.Deferred(claimOne(queue, NOW), SOON, outcome(Reason.NOT_READY)));

        assertThat(claim(queue, SOON.minusMillis(1))).isEmpty();
        Claim again = claimOne(queue, SOON);
        assertThat(again)
                .isEqualTo(new Claim(id(1), AccountName.DEFAULT, NOW, 1, false, again.lease()));
    }

    @Test
    void aReleasedIdIsDueAtOnceWithoutAnAttempt() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(queue, new Settlement.Released(claimOne(queue, NOW)));

        assertThat(claimOne(queue, NOW).attempts()).isZero();
    }

    @Test
    void aRefusedIdIsNotClaimedAgain() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(queue, new Settlement.Refused(claimOne(queue, NOW), outcome(Reason.REJECTED)));

        assertThat(claim(queue, LATER)).isEmpty();
        assertThat(queue.pending().backlog(LATER).refused()).isEqualTo(1);
    }

    @Test
    void recordsAndSettlesInOneCallWithResultsInOrder() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 2, 3);
        List<Claim> claims = claim(queue, NOW);

        assertThat(
                        queue.claims()
                                .settle(
                                        List.of(
                                                recorded(claims.get(0), "0.01"),
                                                new Settlement.GivenUp(
                                                        claims.get(1), outcome(Reason.NOT_FOUND)),
                                                recorded(claims.get(2), "0.02"),
                                                recorded(claims.get(2), "0.03"),
                                                recorded(claims.get(0), "0.01"))))
                .containsExactly(
                        SettlementResult.RECORDED,
                        SettlementResult.NOTED,
                        SettlementResult.RECORDED,
                        SettlementResult.REVISED,
                        SettlementResult.UNCHANGED);
        assertThat(queue.ledger().find(id(1))).isPresent();
        assertThat(queue.claims().nextDue()).isEmpty();
    }

    @Test
    void settlesAnEmptyList() {
        assertThat(emptyFixture().claims().settle(List.of())).isEmpty();
    }

    @Test
    void aLostClaimChangesNothing() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim lost = claimOne(queue, NOW);
        Claim own = claimOne(queue, NOW.plus(LEASE));

        for (Settlement late : withoutRecord(lost)) {
            assertThat(queue.claims().settle(List.of(late))).containsExactly(SettlementResult.LOST);
        }
        assertThat(queue.claims().extend(List.of(lost), SOON, LEASE)).isEmpty();
        assertThat(claim(queue, NOW.plus(LEASE))).isEmpty();
        assertThat(queue.claims().extend(List.of(own), NOW.plus(LEASE), LEASE)).hasSize(1);
        assertThat(queue.quarantine().of(id(1))).isEmpty();
    }

    @Test
    void aSettledClaimIsLost() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim claim = claimOne(queue, NOW);
        settle(queue, new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND)));

        for (Settlement late : withoutRecord(claim)) {
            assertThat(queue.claims().settle(List.of(late))).containsExactly(SettlementResult.LOST);
        }
        assertThat(queue.pending().backlog(LATER).givenUp()).isEqualTo(1);
    }

    @Test
    void aClaimOfAForgottenIdIsLostAlthoughItIsTrackedAgain() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim lost = claimOne(queue, NOW);
        queue.editor().forget(Set.of(id(1)), NOW);
        track(queue, 1);
        Claim own = claimOne(queue, NOW);

        assertThat(queue.claims().settle(List.of(new Settlement.Released(lost))))
                .containsExactly(SettlementResult.LOST);
        assertThat(queue.claims().settle(List.of(new Settlement.Released(own))))
                .containsExactly(SettlementResult.NOTED);
    }

    @Test
    void aRecordIsKeptAlthoughItsClaimIsLost() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim lost = claimOne(queue, NOW);
        Claim own = claimOne(queue, NOW.plus(LEASE));

        assertThat(queue.claims().settle(List.of(recorded(lost, "0.01"))))
                .containsExactly(SettlementResult.RECORDED);
        assertThat(
                        queue.claims()
                                .settle(
                                        List.of(
                                                new Settlement.GivenUp(
                                                        own, outcome(Reason.NOT_FOUND)))))
                .containsExactly(SettlementResult.LOST);
        assertThat(queue.claims().settle(List.of(recorded(own, "0.01"))))
                .containsExactly(SettlementResult.UNCHANGED);
        assertThat(queue.claims().nextDue()).isEmpty();
    }

    @Test
    void anExtendedClaimIsStillHeld() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim claim = claimOne(queue, NOW);
        List<Claim> extended = queue.claims().extend(List.of(claim), SOON, LEASE);

        assertThat(extended).hasSize(1);
        assertThat(extended.get(0).lease().until()).isEqualTo(SOON.plus(LEASE));
        assertThat(claim(queue, NOW.plus(LEASE))).isEmpty();
        assertThat(queue.claims().settle(List.of(new Settlement.Released(extended.get(0)))))
                .containsExactly(SettlementResult.NOTED);
    }

    @Test
    void anExpiredLeaseIsHeldUntilTheIdIsClaimedAgain() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim claim = claimOne(queue, NOW);

        assertThat(queue.claims().extend(List.of(claim), NOW.plus(LEASE), LEASE)).hasSize(1);
        assertThat(claim(queue, NOW.plus(LEASE))).isEmpty();
    }

    @Test
    void quarantinesADocumentThatCannotBeRecorded() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        MetadataDocument foreign = body("the record of another id", NOW);
        settle(queue, quarantined(claimOne(queue, NOW), foreign));

        List<QuarantinedDocument> kept = queue.quarantine().of(id(1));
        assertThat(kept)
                .extracting(QuarantinedDocument::outcome, QuarantinedDocument::times)
                .containsExactly(tuple(outcome(Reason.FOREIGN), 1L));
        assertThat(queue.quarantine().document(kept.get(0).number())).contains(foreign);
        assertThat(queue.quarantine().total()).isEqualTo(new QuarantineTotal(1, 1));
        assertThat(queue.ledger().find(id(1))).isEmpty();
        assertThat(claimOne(queue, SOON).attempts()).isEqualTo(1);
    }

    @Test
    void countsARepeatedDocumentAndDropsTheOldest() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Instant at = NOW;
        for (String text : List.of("a", "b", "a", "c", "d")) {
            settle(queue, quarantined(claimOne(queue, at), body(text, at)));
            at = at.plusSeconds(30);
        }

        assertThat(queue.quarantine().of(id(1)))
                .extracting(kept -> text(queue, kept) + " " + kept.times())
                .containsExactly("a 2", "c 1", "d 1")
                .hasSize(Quarantine.MOST_PER_ID);
    }

    @Test
    void concurrentWorkersNeverClaimTheSameId() throws Exception {
        QueueFixture queue = emptyFixture();
        Set<GenerationId> ids =
                IntStream.range(0, 200).mapToObj(SampleGenerations::id).collect(Collectors.toSet());
        queue.pending().track(ids, NOW);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Claim>>> batches = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                batches.add(workers.submit(() -> queue.claims().claim(5, NOW, LEASE)));
            }
            List<Claim> claims = new ArrayList<>();
            for (Future<List<Claim>> batch : batches) {
                claims.addAll(batch.get());
            }
            assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates().hasSize(200);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Settlement> withoutRecord(Claim claim) {
        return List.of(
                new Settlement.Deferred(claim, SOON, outcome(Reason.NOT_READY)),
                quarantined(claim, body("odd", NOW)),
                new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND)),
                new Settlement.Refused(claim, outcome(Reason.REJECTED)),
                new Settlement.Released(claim));
    }

    private static Settlement recorded(Claim claim, String usage) {
        return new Settlement.Recorded(claim, recording(costing(claim.id(), credits(usage))));
    }

    private static Settlement quarantined(Claim claim, MetadataDocument document) {
        Instant at = document.receivedAt();
        AttemptOutcome foreign =
                AttemptOutcome.of(at, Reason.FOREIGN, outcome(Reason.FOREIGN).message());
        return new Settlement.Quarantined(claim, at.plusSeconds(30), foreign, document);
    }

    private static MetadataDocument body(String text, Instant at) {
        return new MetadataDocument(Optional.of(id(1)), text.getBytes(StandardCharsets.UTF_8), at);
    }

    private static String text(QueueFixture queue, QuarantinedDocument quarantined) {
        MetadataDocument document = queue.quarantine().document(quarantined.number()).orElseThrow();
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    /** Part of this contract, so that every adapter is tested for it. */
    @Test
    void keepsTimesToTheMicrosecond() {
        QueueFixture queue = emptyFixture();
        Instant odd = NOW.plus(Duration.ofNanos(123_456_000));
        queue.pending().track(Set.of(id(1)), odd);

        assertThat(claimOne(queue, odd).since()).isEqualTo(odd);
    }
}
