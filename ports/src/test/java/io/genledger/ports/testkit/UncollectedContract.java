package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link SpendReader} for generations that were tracked but not collected. */
public abstract class UncollectedContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** The second in the ids of the samples. */
    private static final Instant STARTED = Instant.ofEpochSecond(1_755_676_927);

    private static final AccountName ACME = new AccountName("acme");

    private static final SpendQuery ALL =
            new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneOffset.UTC);

    /** A reader, the queue and the ledger it reads. */
    public record Fixture(
            SpendReader reader, PendingGenerations pending, Claims claims, Ledger ledger) {

        Uncollected uncollected(SpendQuery query) {
            return reader.read(query, row -> {}).orElseThrow();
        }

        void track(AccountName account, GenerationId... ids) {
            var unused = pending.track(Set.of(ids), account, NOW);
        }

        Claim claim() {
            return claims.claim(1, NOW, Duration.ofMinutes(1)).get(0);
        }

        void settle(Settlement settlement) {
            var unused = claims.settle(List.of(settlement));
        }
    }

    /** An empty ledger with an empty queue. */
    protected abstract Fixture emptyFixture();

    @Test
    void countsTrackedGenerationsByTheirState() {
        Fixture fixture = emptyFixture();
        assertThat(fixture.uncollected(ALL)).isEqualTo(Uncollected.NONE);
        AttemptOutcome outcome = AttemptOutcome.of(NOW, Reason.NOT_FOUND, "not found");
        fixture.track(AccountName.DEFAULT, id(1));
        fixture.settle(new Settlement.GivenUp(fixture.claim(), outcome));
        fixture.track(AccountName.DEFAULT, id(2));
        fixture.settle(new Settlement.Refused(fixture.claim(), outcome));
        fixture.track(AccountName.DEFAULT, id(3), id(4), id(5));
        Claim claimed = fixture.claim();

        assertThat(fixture.uncollected(ALL)).isEqualTo(new Uncollected(3, 1, 1));

        fixture.settle(new Settlement.Recorded(claimed, recording(complete(claimed.id()))));
        assertThat(fixture.uncollected(ALL)).isEqualTo(new Uncollected(2, 1, 1));
    }

    /** Inline usage is in the sums, although the generation's own record is to be fetched. */
    @Test
    void doesNotCountWhatIsInASum() {
        Fixture fixture = emptyFixture();
        fixture.track(AccountName.DEFAULT, id(1), id(2));
        fixture.ledger().record(List.of(recording(inline(complete(id(1))))));

        assertThat(fixture.uncollected(ALL)).isEqualTo(new Uncollected(1, 0, 0));
    }

    @Test
    void countsByTheSecondInTheIdOrElseByTheTimeOfTracking() {
        Fixture fixture = emptyFixture();
        fixture.track(
                AccountName.DEFAULT,
                id(1),
                new GenerationId("gen-emb-1755676928-Sample00000000000001"),
                new GenerationId("chatcmpl-1"));

        assertThat(uncollected(fixture, STARTED, STARTED.plusSeconds(1))).isEqualTo(1);
        assertThat(uncollected(fixture, STARTED, STARTED.plusSeconds(2))).isEqualTo(2);
        assertThat(uncollected(fixture, STARTED.plusNanos(1), NOW)).isEqualTo(1);
        assertThat(uncollected(fixture, NOW, NOW.plusSeconds(1))).isEqualTo(1);
    }

    private static long uncollected(Fixture fixture, Instant since, Instant until) {
        return fixture.uncollected(ALL.in(new TimeRange(Optional.of(since), Optional.of(until))))
                .pending();
    }

    /** The first of them is recorded at the present, long after the tracking. */
    @Test
    void countsWhatWasTrackedAndNotRecordedAsOfAMoment() {
        Fixture fixture = emptyFixture();
        fixture.track(AccountName.DEFAULT, id(1), id(2));
        Claim claimed = fixture.claim();
        fixture.settle(new Settlement.Recorded(claimed, recording(complete(claimed.id()))));

        assertThat(fixture.uncollected(ALL.asOf(NOW.minusMillis(1)))).isEqualTo(Uncollected.NONE);
        assertThat(fixture.uncollected(ALL.asOf(NOW))).isEqualTo(new Uncollected(2, 0, 0));
        assertThat(uncollectedAsOf(fixture, STARTED)).isEqualTo(2);
        assertThat(uncollectedAsOf(fixture, STARTED.plusSeconds(1))).isZero();
        assertThat(fixture.uncollected(ALL.asOf(Instant.now().plusSeconds(60))))
                .isEqualTo(new Uncollected(1, 0, 0));
    }

    private static long uncollectedAsOf(Fixture fixture, Instant since) {
        return fixture.uncollected(
                        ALL.asOf(NOW).in(new TimeRange(Optional.of(since), Optional.empty())))
                .pending();
    }

    /** Which model they used is unknown yet. */
    @Test
    void filtersByAccountOnly() {
        Fixture fixture = emptyFixture();
        fixture.track(AccountName.DEFAULT, id(1));
        fixture.track(ACME, id(2), id(3));
        DimensionFilter acme = DimensionFilter.of(Dimension.ACCOUNT, "ac*");
        DimensionFilter model = DimensionFilter.of(Dimension.MODEL, "none");

        assertThat(fixture.uncollected(ALL.where(List.of(acme, model))))
                .isEqualTo(new Uncollected(2, 0, 0));
        assertThat(fixture.uncollected(ALL.where(List.of(model))))
                .isEqualTo(new Uncollected(3, 0, 0));
    }
}
