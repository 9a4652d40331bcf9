package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QuarantinedDocument;
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

/** What {@link Claims} promise, and the {@link Quarantine} that they fill. */
public abstract class ClaimsContract extends QueueContract {

    @Test
    void claimsWhatWasTrackedAndRemembersWhen() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim claim = claimOne(room, SOON);

        assertThat(claim)
                .isEqualTo(new Claim(id(1), NOW, 0, false, claim.lease()))
                .extracting(own -> own.lease().until())
                .isEqualTo(SOON.plus(LEASE));
    }

    @Test
    void claimsNoMoreThanAskedForAndTheLongestDueFirst() {
        QueueFixture room = emptyRoom();
        room.pending().track(Set.of(id(1)), SOON);
        room.pending().track(Set.of(id(2)), NOW);

        assertThat(room.claims().claim(1, SOON, LEASE))
                .extracting(Claim::id)
                .containsExactly(id(2));
    }

    @Test
    void givesNobodyElseWhatIsClaimed() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        claim(room, NOW);

        assertThat(claim(room, NOW.plus(LEASE).minusMillis(1))).isEmpty();
    }

    @Test
    void givesOutAgainWhatADeadWorkerClaimed() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        claim(room, NOW);

        assertThat(claim(room, NOW.plus(LEASE))).hasSize(1);
    }

    @Test
    void believesNoLeaseFromAClockThatWasWrong() {
        QueueFixture room = emptyRoom();
        track(room, 1, 2);
        Instant wrong = NOW.plus(Duration.ofDays(3650));
        room.claims().claim(1, wrong, LEASE);
        room.claims().claim(1, NOW, Lease.LONGEST);

        assertThat(room.pending().backlog(NOW).claimed()).isEqualTo(1);
        assertThat(claim(room, NOW)).hasSize(1);
        assertThat(room.pending().backlog(NOW).claimed()).isEqualTo(2);
    }

    @Test
    void asksAgainOnlyWhenDueAndCountsTheAttempt() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Deferred(claimOne(room, NOW), SOON, answer(Reason.NOT_READY)));

        assertThat(claim(room, SOON.minusMillis(1))).isEmpty();
        Claim again = claimOne(room, SOON);
        assertThat(again).isEqualTo(new Claim(id(1), NOW, 1, false, again.lease()));
    }

    @Test
    void returnsReleasedIdsAtOnceAndDoesNotCountAnAttempt() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Released(claimOne(room, NOW)));

        assertThat(claimOne(room, NOW).attempts()).isZero();
    }

    @Test
    void asksNoMoreForWhatWasRefused() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Refused(claimOne(room, NOW), answer(Reason.REJECTED)));

        assertThat(claim(room, LATER)).isEmpty();
        assertThat(room.pending().backlog(LATER).refused()).isEqualTo(1);
    }

    @Test
    void recordsAndSettlesAtOnceAndAnswersInOrder() {
        QueueFixture room = emptyRoom();
        track(room, 1, 2, 3);
        List<Claim> claims = claim(room, NOW);

        assertThat(
                        room.claims()
                                .settle(
                                        List.of(
                                                recorded(claims.get(0), "0.01"),
                                                new Settlement.GivenUp(
                                                        claims.get(1), answer(Reason.NOT_FOUND)),
                                                recorded(claims.get(2), "0.02"),
                                                recorded(claims.get(2), "0.03"),
                                                recorded(claims.get(0), "0.01"))))
                .containsExactly(
                        SettlementResult.RECORDED,
                        SettlementResult.NOTED,
                        SettlementResult.RECORDED,
                        SettlementResult.REVISED,
                        SettlementResult.UNCHANGED);
        assertThat(room.ledger().find(id(1))).isPresent();
        assertThat(room.pending().nextDue()).isEmpty();
    }

    @Test
    void settlesNothingWhenNothingIsGiven() {
        assertThat(emptyRoom().claims().settle(List.of())).isEmpty();
    }

    @Test
    void aLostClaimChangesNothing() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim lost = claimOne(room, NOW);
        Claim own = claimOne(room, NOW.plus(LEASE));

        for (Settlement late : inVain(lost)) {
            assertThat(room.claims().settle(List.of(late))).containsExactly(SettlementResult.LOST);
        }
        assertThat(room.claims().extend(List.of(lost), SOON, LEASE)).isEmpty();
        assertThat(claim(room, NOW.plus(LEASE))).isEmpty();
        assertThat(room.claims().extend(List.of(own), NOW.plus(LEASE), LEASE)).hasSize(1);
        assertThat(room.aside().of(id(1))).isEmpty();
    }

    @Test
    void aSettledClaimIsLost() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim claim = claimOne(room, NOW);
        settle(room, new Settlement.GivenUp(claim, answer(Reason.NOT_FOUND)));

        for (Settlement late : inVain(claim)) {
            assertThat(room.claims().settle(List.of(late))).containsExactly(SettlementResult.LOST);
        }
        assertThat(room.pending().backlog(LATER).givenUp()).isEqualTo(1);
    }

    @Test
    void aClaimOnSomethingForgottenIsLostThoughItIsTrackedAnew() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim lost = claimOne(room, NOW);
        room.editor().forget(Set.of(id(1)), NOW);
        track(room, 1);
        Claim own = claimOne(room, NOW);

        assertThat(room.claims().settle(List.of(new Settlement.Released(lost))))
                .containsExactly(SettlementResult.LOST);
        assertThat(room.claims().settle(List.of(new Settlement.Released(own))))
                .containsExactly(SettlementResult.NOTED);
    }

    @Test
    void aRecordIsKeptWhoeverClaimsItsId() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim lost = claimOne(room, NOW);
        Claim own = claimOne(room, NOW.plus(LEASE));

        assertThat(room.claims().settle(List.of(recorded(lost, "0.01"))))
                .containsExactly(SettlementResult.RECORDED);
        assertThat(
                        room.claims()
                                .settle(
                                        List.of(
                                                new Settlement.GivenUp(
                                                        own, answer(Reason.NOT_FOUND)))))
                .containsExactly(SettlementResult.LOST);
        assertThat(room.claims().settle(List.of(recorded(own, "0.01"))))
                .containsExactly(SettlementResult.UNCHANGED);
        assertThat(room.pending().nextDue()).isEmpty();
    }

    @Test
    void anExtendedClaimStaysOnesOwn() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim claim = claimOne(room, NOW);
        List<Claim> extended = room.claims().extend(List.of(claim), SOON, LEASE);

        assertThat(extended).hasSize(1);
        assertThat(extended.get(0).lease().until()).isEqualTo(SOON.plus(LEASE));
        assertThat(claim(room, NOW.plus(LEASE))).isEmpty();
        assertThat(room.claims().settle(List.of(new Settlement.Released(extended.get(0)))))
                .containsExactly(SettlementResult.NOTED);
    }

    @Test
    void aLeaseThatRanOutHoldsUntilSomebodyElseTakesTheId() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim claim = claimOne(room, NOW);

        assertThat(room.claims().extend(List.of(claim), NOW.plus(LEASE), LEASE)).hasSize(1);
        assertThat(claim(room, NOW.plus(LEASE))).isEmpty();
    }

    @Test
    void keepsABodyAsideThatCannotBeRecorded() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        MetadataDocument foreign = body("about another one", NOW);
        settle(room, setAside(claimOne(room, NOW), foreign));

        assertThat(room.aside().of(id(1)))
                .containsExactly(new QuarantinedDocument(answer(Reason.FOREIGN), 1, foreign));
        assertThat(room.aside().countIds()).isEqualTo(1);
        assertThat(room.ledger().find(id(1))).isEmpty();
        assertThat(claimOne(room, SOON).attempts()).isEqualTo(1);
    }

    @Test
    void countsABodyThatComesAgainAndMakesRoomForAnother() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Instant at = NOW;
        for (String text : List.of("a", "b", "a", "c", "d")) {
            settle(room, setAside(claimOne(room, at), body(text, at)));
            at = at.plusSeconds(30);
        }

        assertThat(room.aside().of(id(1)))
                .extracting(kept -> text(kept) + " " + kept.times())
                .containsExactly("a 2", "c 1", "d 1")
                .hasSize(Quarantine.MOST_PER_ID);
    }

    @Test
    void neverGivesOneIdToTwoWorkers() throws Exception {
        QueueFixture room = emptyRoom();
        Set<GenerationId> ids =
                IntStream.range(0, 200).mapToObj(SampleGenerations::id).collect(Collectors.toSet());
        room.pending().track(ids, NOW);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Claim>>> hauls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                hauls.add(workers.submit(() -> room.claims().claim(5, NOW, LEASE)));
            }
            List<Claim> claims = new ArrayList<>();
            for (Future<List<Claim>> haul : hauls) {
                claims.addAll(haul.get());
            }
            assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates().hasSize(200);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Settlement> inVain(Claim claim) {
        return List.of(
                new Settlement.Deferred(claim, SOON, answer(Reason.NOT_READY)),
                setAside(claim, body("odd", NOW)),
                new Settlement.GivenUp(claim, answer(Reason.NOT_FOUND)),
                new Settlement.Refused(claim, answer(Reason.REJECTED)),
                new Settlement.Released(claim));
    }

    private static Settlement recorded(Claim claim, String usage) {
        return new Settlement.Recorded(claim, recording(costing(claim.id(), credits(usage))));
    }

    private static Settlement setAside(Claim claim, MetadataDocument document) {
        Instant at = document.receivedAt();
        AttemptOutcome foreign =
                AttemptOutcome.of(at, Reason.FOREIGN, answer(Reason.FOREIGN).message());
        return new Settlement.Quarantined(claim, at.plusSeconds(30), foreign, document);
    }

    private static MetadataDocument body(String text, Instant at) {
        return new MetadataDocument(Optional.of(id(1)), text.getBytes(StandardCharsets.UTF_8), at);
    }

    private static String text(QuarantinedDocument aside) {
        return new String(aside.document().bytes(), StandardCharsets.UTF_8);
    }

    /** Here and not in a test of its own, so that no adapter forgets about time. */
    @Test
    void keepsTimesToTheMicrosecond() {
        QueueFixture room = emptyRoom();
        Instant odd = NOW.plus(Duration.ofNanos(123_456_000));
        room.pending().track(Set.of(id(1)), odd);

        assertThat(claimOne(room, odd).since()).isEqualTo(odd);
    }
}
