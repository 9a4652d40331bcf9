package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Collecting the ids of one account or of all. */
class CollectAccountTest {

    private static final AccountName ACME = new AccountName("acme");

    private final CollectFixture fixture = new CollectFixture();

    @Test
    void recordsEachIdWithItsAccount() {
        fixture.tracking(1);
        fixture.pending.track(Set.of(id(2)), ACME, fixture.now);
        fixture.collectFrom(CollectFixture::found);

        assertThat(accountOf(1)).contains(AccountName.DEFAULT);
        assertThat(accountOf(2)).contains(ACME);
    }

    @Test
    void collectsTheIdsOfOneAccount() {
        fixture.tracking(1);
        fixture.pending.track(Set.of(id(2)), ACME, fixture.now);
        fixture.planning(plan -> plan.withAccount(ACME));

        assertThat(fixture.collectFrom(CollectFixture::found).count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(accountOf(1)).isEmpty();
        assertThat(accountOf(2)).contains(ACME);
    }

    @Test
    void aWaitingRunEndsAlthoughIdsOfAnotherAccountArePending() {
        fixture.tracking(1);
        fixture.pending.track(Set.of(id(2)), ACME, fixture.now);
        fixture.planning(plan -> plan.withAccount(ACME).waitingForAll(Optional.empty()));

        assertThat(fixture.collectFrom(CollectFixture::found).count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(fixture.backlog().due()).isEqualTo(1);
    }

    @Test
    void refreshesTheGenerationsOfOneAccount() {
        Recording acmes = recording(complete(id(2)));
        fixture.ledger.record(
                List.of(
                        recording(complete(id(1))),
                        new Recording(acmes.entry(), acmes.document(), ACME)));
        fixture.pass(Duration.ofDays(2));
        fixture.planning(plan -> plan.withAccount(ACME).withRefreshAfter(Duration.ofDays(1)));

        assertThat(fixture.collectFrom(CollectFixture::found).count(Outcome.UNCHANGED))
                .isEqualTo(1);
        assertThat(fixture.backlog().due()).isZero();
    }

    private Optional<AccountName> accountOf(int number) {
        return fixture.ledger.find(id(number)).map(Revision::account);
    }
}
