package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.AccountSource;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Collecting with the keys of several accounts. */
class CollectWithKeysTest {

    private static final AccountName ACME = new AccountName("acme");
    private static final AccountName BETA = new AccountName("beta");
    private static final AccountName CORP = new AccountName("corp");

    private final CollectFixture fixture = new CollectFixture();
    private final Map<AccountName, Key> keys = new HashMap<>();
    private final List<String> events = new ArrayList<>();

    /** A key that finds the ids of its account. */
    private static final class Key implements GenerationSource {

        private final Set<Integer> own;
        private final List<Integer> asked = new ArrayList<>();
        private Runnable failing = () -> {};

        private Key(Set<Integer> own) {
            this.own = own;
        }

        @Override
        public FetchOutcome fetch(GenerationId id) {
            asked.add(CollectFixture.number(id));
            failing.run();
            return own.contains(CollectFixture.number(id))
                    ? CollectFixture.found(id)
                    : CollectFixture.unknown(id);
        }
    }

    @Test
    void fetchesEachIdWithTheKeyOfItsAccount() {
        track(1, ACME);
        track(2, BETA);
        track(3, CORP);
        key(ACME, 1);
        key(BETA, 2);
        key(CORP, 3);

        assertThat(collect().count(Outcome.RECORDED)).isEqualTo(3);
        assertThat(keyOf(ACME).asked).containsExactly(1);
        assertThat(keyOf(BETA).asked).containsExactly(2);
        assertThat(accountOf(3)).contains(CORP);
    }

    @Test
    void anIdThatItsKeyDoesNotFindIsFetchedWithTheOthersAndRecordedWithTheirAccount() {
        track(1, ACME);
        key(ACME);
        key(BETA);
        key(CORP, 1);
        fixture.pass(Duration.ofMinutes(1));

        assertThat(collect().count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(accountOf(1)).contains(CORP);
        assertThat(keyOf(BETA).asked).containsExactly(1);
    }

    @Test
    void aYoungIdIsFetchedWithItsOwnKeyOnlyBecauseItsRecordMayNotBeReady() {
        fixture.now = Instant.parse("2025-08-20T08:02:08Z");
        track(1, ACME);
        key(ACME);
        key(BETA, 1);

        assertThat(collect().count(Outcome.NOT_READY)).isEqualTo(1);
        assertThat(keyOf(BETA).asked).isEmpty();
    }

    @Test
    void anIdWithoutAnAccountIsFetchedWithEveryKeyFromTheStart() {
        fixture.now = Instant.parse("2025-08-20T08:02:08Z");
        track(1, AccountName.DEFAULT);
        key(ACME);
        key(BETA, 1);

        assertThat(collect().count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(accountOf(1)).contains(BETA);
    }

    @Test
    void anIdThatNoKeyFindsIsGivenUpOnceAllWereAsked() {
        track(1, ACME);
        key(ACME);
        key(BETA);
        fixture.pass(Duration.ofMinutes(20));

        assertThat(collect().count(Outcome.GIVEN_UP)).isEqualTo(1);
        assertThat(keyOf(ACME).asked).containsExactly(1);
        assertThat(keyOf(BETA).asked).containsExactly(1);
    }

    @Test
    void aRefusedKeyStopsNoOtherAndItsIdsStayPending() {
        track(1, ACME);
        track(2, BETA);
        key(ACME, 1).failing = CollectWithKeysTest::refuse;
        key(BETA, 2);
        listen();
        CollectSummary summary = collect();

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(summary.isRefused()).isTrue();
        assertThat(accountOf(2)).contains(BETA);
        assertThat(fixture.backlog().due()).isEqualTo(1);
        assertThat(events).containsExactly("refused acme: no such key");
    }

    @Test
    void anIdIsNotGivenUpWhileAKeyThatMayFindItIsRefused() {
        track(1, ACME);
        key(ACME);
        key(BETA, 1, 2).failing = CollectWithKeysTest::refuse;
        track(2, BETA);
        fixture.pass(Duration.ofMinutes(20));

        assertThat(collect().count(Outcome.GIVEN_UP)).isZero();
        assertThat(pending()).isEqualTo(2);
        assertThat(fixture.outcomes)
                .extracting(CollectFixture.IdOutcome::reason)
                .containsExactly(
                        "no such generation; the key of the account beta was not asked: no such"
                                + " key");
    }

    @Test
    void idsWithoutAnAccountAreFetchedByTheOthersWhenAKeyIsRefused() {
        IntStream.rangeClosed(1, 9).forEach(number -> track(number, AccountName.DEFAULT));
        key(ACME).failing = CollectWithKeysTest::refuse;
        key(BETA, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        assertThat(collect().count(Outcome.RECORDED)).isEqualTo(9);
    }

    @Test
    void aRateLimitDelaysTheIdsOfItsKeyOnly() {
        track(1, ACME);
        track(2, BETA);
        Instant start = fixture.now;
        Key limited = key(ACME, 1);
        key(BETA, 2);
        limited.failing =
                () -> {
                    if (fixture.now.isBefore(start.plusSeconds(30))) {
                        throw SourceUnavailableException.rateLimited(
                                "slow down", Optional.of(Duration.ofSeconds(30)));
                    }
                };
        Map<Integer, Instant> recordedAt = new HashMap<>();
        fixture.listeningWith(
                (id, outcome, reason) -> recordedAt.put(CollectFixture.number(id), fixture.now));

        assertThat(collect().count(Outcome.RECORDED)).isEqualTo(2);
        assertThat(recordedAt).containsEntry(2, start).containsEntry(1, start.plusSeconds(30));
        assertThat(limited.asked).containsExactly(1, 1);
    }

    @Test
    void aDelayStatesTheAccountOfItsKey() {
        track(1, ACME);
        key(ACME, 1).failing =
                () -> {
                    if (keyOf(ACME).asked.size() == 1) {
                        throw SourceUnavailableException.rateLimited("429", Optional.empty());
                    }
                };
        key(BETA);
        listen();
        var unused = collect();

        assertThat(events).containsExactly("delayed acme: 429", "resumed acme");
    }

    @Test
    void anOutageOfOneKeyLeavesItsIdsPendingWhileTheOthersAreRecorded() {
        IntStream.rangeClosed(1, 60).forEach(number -> track(number, ACME));
        IntStream.rangeClosed(61, 80).forEach(number -> track(number, BETA));
        key(ACME).failing =
                () -> {
                    throw new SourceUnavailableException("down", null);
                };
        key(BETA, IntStream.rangeClosed(61, 80).boxed().toArray(Integer[]::new));
        CollectSummary summary = collect();

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(20);
        assertThat(summary.isUnavailable()).isTrue();
        assertThat(pending()).isEqualTo(60);
    }

    @Test
    void idsOfAnAccountWithoutAKeyStayPendingAndAreReportedOnce() {
        track(1, ACME);
        track(2, BETA);
        track(3, BETA);
        key(ACME, 1, 2, 3);
        key(CORP);
        listen();
        fixture.planning(CollectPlan::watching).stoppingAt(fixture.now.plus(Duration.ofHours(1)));
        var unused = collect();

        assertThat(events).containsExactly("missing beta");
        assertThat(fixture.backlog().due()).isEqualTo(2);
    }

    @Test
    void aWaitingRunEndsAlthoughAnAccountWithoutAKeyHasPendingIds() {
        track(1, ACME);
        track(2, BETA);
        key(ACME, 1);
        key(CORP);
        fixture.planning(plan -> plan.waitingForAll(Optional.empty()));

        assertThat(collect().count(Outcome.RECORDED)).isEqualTo(1);
    }

    @Test
    void aPlanOfOneAccountUsesItsKeyOnly() {
        track(1, ACME);
        track(2, BETA);
        key(ACME);
        key(BETA, 1, 2);
        fixture.pass(Duration.ofMinutes(1));
        fixture.planning(plan -> plan.withAccount(ACME));

        assertThat(collect().count(Outcome.NOT_READY)).isEqualTo(1);
        assertThat(keyOf(BETA).asked).isEmpty();
    }

    @Test
    void refreshesEachGenerationWithTheKeyOfItsAccount() {
        Recording betas = recording(complete(id(2)));
        fixture.ledger.record(
                List.of(
                        recording(complete(id(1))),
                        new Recording(betas.entry(), betas.document(), BETA)));
        key(ACME, 1);
        key(BETA, 2);
        fixture.pass(Duration.ofDays(2));
        fixture.planning(plan -> plan.withRefreshAfter(Duration.ofDays(1)));

        assertThat(collect().count(Outcome.UNCHANGED)).isEqualTo(2);
        assertThat(keyOf(BETA).asked).contains(2);
    }

    @Test
    void theIdsThatWaitForARefusedKeyAreNotHeldByTheRun() {
        track(1, ACME);
        key(ACME, 1).failing = CollectWithKeysTest::refuse;
        key(BETA);
        List<Boolean> claimable = new ArrayList<>();
        fixture.planning(CollectPlan::watching)
                .atEachWait(() -> claimable.add(fixture.backlog().due() == 1))
                .stoppingAt(fixture.now.plusSeconds(5));
        var unused = collect();

        assertThat(claimable).isNotEmpty().last().isEqualTo(true);
    }

    @Test
    void twoKeysOfOneAccountAreRefused() {
        AccountSource source =
                new AccountSource(Optional.of(ACME), CollectFixture::found, RateLimiter.UNLIMITED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.collectFrom(List.of(source, source)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.collectFrom(List.<AccountSource>of()));
    }

    private static void refuse() {
        throw new SourceRefusedException("no such key");
    }

    private void track(int number, AccountName account) {
        var unused = fixture.pending.track(Set.of(id(number)), account, fixture.now);
    }

    private Key key(AccountName account, Integer... own) {
        Key key = new Key(Set.of(own));
        keys.put(account, key);
        return key;
    }

    private CollectSummary collect() {
        return fixture.collectFrom(
                keys.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                        .map(entry ->
                                new AccountSource(
                                        Optional.of(entry.getKey()),
                                        entry.getValue(),
                                        RateLimiter.UNLIMITED))
                        .toList());
    }

    private void listen() {
        fixture.listeningWith(
                new CollectListener() {
                    @Override
                    public void outcome(
                            GenerationId id, Outcome outcome, Optional<String> reason) {}

                    @Override
                    public void delayed(Delay delay) {
                        events.add(
                                "delayed " + delay.account().orElseThrow() + ": " + delay.reason());
                    }

                    @Override
                    public void resumed(Delay delay) {
                        events.add("resumed " + delay.account().orElseThrow());
                    }

                    @Override
                    public void keyRefused(AccountName account, String reason) {
                        events.add("refused " + account + ": " + reason);
                    }

                    @Override
                    public void keyMissing(AccountName account) {
                        events.add("missing " + account);
                    }
                });
    }

    private long pending() {
        return fixture.backlog().due() + fixture.backlog().later();
    }

    private Optional<AccountName> accountOf(int number) {
        return fixture.ledger.find(id(number)).map(Revision::account);
    }

    private Key keyOf(AccountName account) {
        return Objects.requireNonNull(keys.get(account));
    }
}
