package io.genledger.app.service.collect;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.key.AccountKeys;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.view.health.CollectorView;
import io.genledger.app.view.health.CollectorView.Phase;
import io.genledger.app.view.health.CollectorView.RefusedKey;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.AccountSource;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.testkit.ClaimsAround;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryRefreshQueue;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.collect.CollectGenerations;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.Delay;
import io.genledger.ports.usecase.queue.ListPending;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A collector on the thread of the test; each wait lets its time pass. */
class CollectorServiceTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:03:00Z");
    private static final AccountName ACME = new AccountName("acme");
    private static final AccountName BETA = new AccountName("beta");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
    private final List<ServiceEvent> events = new ArrayList<>();
    private final List<CollectorView> states = new ArrayList<>();
    private Instant now = NOW;
    private Instant end = NOW.plusSeconds(120);
    private Claims claims = queue;
    private int closed;
    private GenerationSource source = CollectorServiceTest::found;
    private Supplier<PreparedCollection> preparation = () -> prepared(ofEveryAccount());
    private final RunEnvironment runtime =
            new RunEnvironment(
                    () -> now, () -> now, Runnable::run, this::letTimePass, new Random(1));
    private final CollectorService service =
            new CollectorService(
                    runtime,
                    () -> preparation.get(),
                    CollectPlan.DEFAULT.withConcurrency(4),
                    new QueueProbe(
                            () -> now,
                            new ListPending(queue.admin(), queue.quarantine(), () -> now)),
                    events::add);

    @Test
    void collectsWhatIsTrackedUntilItIsStopped() {
        track(1, AccountName.DEFAULT);
        service.run();

        assertThat(service.state())
                .returns(Phase.STOPPED, CollectorView::phase)
                .returns(1L, state -> state.fetches().get(Outcome.RECORDED))
                .returns(0L, state -> state.fetches().get(Outcome.UNAVAILABLE))
                .returns(Optional.of(NOW), CollectorView::lastRecorded)
                .returns(Optional.of(NOW), CollectorView::lastResponse);
        assertThat(states).allMatch(state -> state.phase() == Phase.COLLECTING);
        assertThat(closed).isEqualTo(1);
        assertThat(names()).containsExactly("counts", "stopped");
    }

    @Test
    void withoutAKeyItDoesNotStartAndSaysSo() {
        preparation =
                () -> {
                    throw new IllegalArgumentException(AccountKeys.NONE);
                };
        service.run();
        service.close();

        assertThat(service.state())
                .returns(Phase.WITHOUT_KEY, CollectorView::phase)
                .returns(Optional.of(AccountKeys.NONE), CollectorView::reason);
        assertThat(names()).containsExactly("not-collecting");
    }

    @Test
    void startsAgainWithAGrowingPauseWhileTheLedgerFails() {
        claims = failingUntil(NOW.plusSeconds(10));
        track(1, AccountName.DEFAULT);
        service.run();

        assertThat(events)
                .filteredOn(event -> event.name().equals("failed"))
                .extracting(event -> event.fields().get("next-start"))
                .containsExactly(
                        NOW.plusSeconds(1),
                        NOW.plusSeconds(3),
                        NOW.plusSeconds(7),
                        NOW.plusSeconds(15));
        assertThat(events.get(1).fields()).containsEntry("reason", "the disk is full");
        assertThat(states.get(0))
                .returns(Phase.WAITING, CollectorView::phase)
                .returns(Optional.of("the disk is full"), CollectorView::reason)
                .returns(Optional.of(NOW.plusSeconds(1)), CollectorView::nextStart);
        assertThat(service.state().fetches()).containsEntry(Outcome.RECORDED, 1L);
        assertThat(closed).isEqualTo(5);
    }

    @Test
    void aDefectOfGenledgerEndsNoServer() {
        source =
                id -> {
                    throw new IllegalStateException("defect");
                };
        track(1, AccountName.DEFAULT);
        service.run();

        assertThat(events.get(2).fields().get("reason"))
                .isEqualTo("Genledger failed: java.lang.IllegalStateException: defect");
        assertThat(service.state().fetches()).containsEntry(Outcome.FAILED, 1L);
        assertThat(service.state().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void aRefusedKeyIsTriedAgainAfterTenMinutesAndReadAnew() {
        track(1, AccountName.DEFAULT);
        source = CollectorServiceTest::refuse;
        end = NOW.plus(Duration.ofMinutes(20));
        List<Instant> readAt = new ArrayList<>();
        preparation =
                () -> {
                    readAt.add(now);
                    source = readAt.size() == 1 ? source : CollectorServiceTest::found;
                    return prepared(ofEveryAccount());
                };
        service.run();

        assertThat(readAt).containsExactly(NOW, NOW.plus(Duration.ofMinutes(10)));
        assertThat(states.get(0).reason()).contains("no such key");
        assertThat(names()).contains("refused");
        assertThat(service.state().fetches()).containsEntry(Outcome.RECORDED, 1L);
    }

    @Test
    void oneRefusedKeyOfTwoIsTriedAgainWhileTheOtherGoesOn() {
        track(1, ACME);
        end = NOW.plus(Duration.ofMinutes(20));
        List<Instant> readAt = new ArrayList<>();
        preparation =
                () -> {
                    readAt.add(now);
                    GenerationSource acmes =
                            readAt.size() == 1
                                    ? CollectorServiceTest::refuse
                                    : CollectorServiceTest::found;
                    return prepared(
                            List.of(of(ACME, acmes), of(BETA, CollectorServiceTest::found)));
                };
        service.run();

        assertThat(readAt).hasSize(2).first().isEqualTo(NOW);
        assertThat(Duration.between(NOW, readAt.get(1)))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(states.get(0).refusedKeys())
                .containsExactly(new RefusedKey(ACME, "no such key"));
        assertThat(service.state().refusedKeys()).isEmpty();
        assertThat(service.state().fetches()).containsEntry(Outcome.RECORDED, 1L);
        assertThat(names()).contains("key-refused");
    }

    @Test
    void statesARateLimitWhileItLasts() {
        track(1, AccountName.DEFAULT);
        source =
                id -> {
                    if (now.isBefore(NOW.plusSeconds(30))) {
                        throw SourceUnavailableException.rateLimited(
                                "slow down", Optional.of(Duration.ofSeconds(30)));
                    }
                    return found(id);
                };
        service.run();

        assertThat(states.get(0).delays())
                .extracting(Delay::until)
                .containsExactly(Optional.of(NOW.plusSeconds(30)));
        assertThat(service.state())
                .returns(List.of(), CollectorView::delays)
                .returns(1L, CollectorView::rateLimits)
                .returns(0L, CollectorView::outages)
                .returns(Optional.of(NOW.plusSeconds(30)), CollectorView::lastResponse);
    }

    @Test
    void statesAnOutageOfTheLedgerThatItWaitsFor() {
        track(1, AccountName.DEFAULT);
        claims =
                new ClaimsAround(queue) {
                    @Override
                    public List<Claim> claim(int most, Instant at, Duration lease) {
                        if (at.isBefore(NOW.plusSeconds(5))) {
                            throw LedgerUnavailableException.transientFailure("locked", null);
                        }
                        return super.claim(most, at, lease);
                    }
                };
        service.run();

        assertThat(states.get(0).ledgerFailure()).contains("locked");
        assertThat(service.state().ledgerFailure()).isEmpty();
        assertThat(names()).contains("ledger-unavailable", "ledger-available");
    }

    @Test
    void statesTheAccountsWithoutAKey() {
        track(1, BETA);
        preparation =
                () ->
                        prepared(
                                List.of(
                                        of(ACME, CollectorServiceTest::found),
                                        of(new AccountName("corp"), CollectorServiceTest::found)));
        service.run();

        assertThat(service.state().missingKeys()).containsExactly(BETA);
    }

    private static FetchOutcome found(GenerationId id) {
        return new FetchOutcome.Found(SampleGenerations.document(id));
    }

    private static FetchOutcome refuse(GenerationId id) {
        throw new SourceRefusedException("no such key");
    }

    private Claims failingUntil(Instant moment) {
        return new ClaimsAround(queue) {
            @Override
            public List<Claim> claim(int most, Instant at, Duration lease) {
                if (at.isBefore(moment)) {
                    throw new LedgerUnavailableException("the disk is full", null);
                }
                return super.claim(most, at, lease);
            }
        };
    }

    private void track(int number, AccountName account) {
        var unused = queue.track(Set.of(id(number)), account, now);
    }

    private List<AccountSource> ofEveryAccount() {
        return List.of(AccountSource.ofEveryAccount(id -> source.fetch(id), RateLimiter.UNLIMITED));
    }

    private static AccountSource of(AccountName account, GenerationSource source) {
        return new AccountSource(Optional.of(account), source, RateLimiter.UNLIMITED);
    }

    private PreparedCollection prepared(List<AccountSource> sources) {
        return new PreparedCollection(
                new CollectGenerations(
                        claims,
                        new InMemoryRefreshQueue(ledger, queue),
                        sources,
                        new SampleDecoder(),
                        runtime),
                () -> closed++);
    }

    private boolean letTimePass(Semaphore signal, Duration atMost) {
        states.add(service.state());
        if (signal.tryAcquire()) {
            return true;
        }
        now = now.plus(atMost);
        if (!now.isBefore(end)) {
            service.requestDrain();
        }
        return false;
    }

    private List<String> names() {
        return events.stream().map(ServiceEvent::name).distinct().toList();
    }
}
