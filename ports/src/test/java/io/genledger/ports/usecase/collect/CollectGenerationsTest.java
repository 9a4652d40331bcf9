package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static io.genledger.ports.usecase.collect.CollectFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectFixture.IdOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The outcome of each id. */
class CollectGenerationsTest {

    private final CollectFixture fixture = new CollectFixture();

    @Test
    void recordsEveryDueId() {
        CollectSummary summary = fixture.tracking(50).collectFrom(CollectFixture::found);

        assertThat(summary.counts()).isEqualTo(counts(50, 0, 0, 0, 0));
        assertThat(fixture.ledger.find(id(50))).contains(new Revision(id(50), 1, document(id(50))));
        assertThat(fixture.backlog()).isEqualTo(backlog(0, 0, 0));
        assertThat(fixture.outcomes)
                .hasSize(50)
                .contains(
                        new IdOutcome(1, Outcome.RECORDED, ""),
                        new IdOutcome(50, Outcome.RECORDED, ""));
    }

    @Test
    void sendsNoRequestWhenNothingIsDue() {
        assertThat(
                        fixture.collectFrom(id -> {
                            throw new AssertionError("fetched " + id);
                        }))
                .isEqualTo(CollectSummary.NOTHING);
    }

    @Test
    void aRecordThatWasRecordedMeanwhileIsUnchanged() {
        CollectSummary summary =
                fixture.tracking(1)
                        .collectFrom(id -> {
                            fixture.ledger.record(List.of(recording(complete(id))));
                            return found(id);
                        });

        assertThat(summary.counts()).isEqualTo(counts(0, 1, 0, 0, 0));
        assertThat(fixture.outcomes).containsExactly(new IdOutcome(1, Outcome.UNCHANGED, ""));
    }

    @Test
    void countsACorrectionAsRevised() {
        CollectSummary summary =
                fixture.tracking(1)
                        .collectFrom(id -> {
                            Generation earlier = costing(id, complete(id).charges());
                            fixture.ledger.record(List.of(recording(earlier)));
                            return found(id);
                        });

        assertThat(summary.count(Outcome.REVISED)).isEqualTo(1);
        assertThat(summary.count(Outcome.RECORDED)).isZero();
        assertThat(fixture.outcomes).containsExactly(new IdOutcome(1, Outcome.REVISED, ""));
        assertThat(fixture.ledger.find(id(1)).map(Revision::number)).contains(2);
    }

    @Test
    void sumsTheSpendOfNewRecordsAndOfThoseThatReplacedInlineUsage() {
        fixture.ledger.record(List.of(recording(inline(complete(id(2))))));
        CollectSummary summary =
                fixture.tracking(3)
                        .collectFrom(id -> {
                            if (id.equals(id(3))) {
                                Generation earlier = costing(id, complete(id).charges());
                                fixture.ledger.record(List.of(recording(earlier)));
                            }
                            return found(id);
                        });
        SpendTotals one = SpendTotals.of(recording(complete(id(1))).entry());

        assertThat(summary.counts())
                .containsOnlyKeys(Outcome.RECORDED, Outcome.REPLACED, Outcome.REVISED);
        assertThat(summary.spend()).isEqualTo(one.plus(one));
    }

    @Test
    void defersAnIdThatIsNotReady() {
        CollectSummary summary = fixture.tracking(1).collectFrom(CollectFixture::unknown);

        assertThat(summary.counts()).isEqualTo(counts(0, 0, 1, 0, 0));
        assertThat(fixture.outcomes)
                .containsExactly(new IdOutcome(1, Outcome.NOT_READY, "no such generation"));
        assertThat(fixture.backlog().later()).isEqualTo(1);
        assertThat(fixture.backlog().nextDue().orElseThrow())
                .isBetween(fixture.now.plusMillis(1600), fixture.now.plusMillis(2400));
    }

    @Test
    void givesUpAnIdOlderThanGiveUpAfter() {
        fixture.tracking(1).pass(Duration.ofMinutes(20));
        CollectSummary summary = fixture.collectFrom(CollectFixture::unknown);

        assertThat(summary.counts()).isEqualTo(counts(0, 0, 0, 1, 0));
        assertThat(fixture.outcomes)
                .containsExactly(
                        new IdOutcome(1, Outcome.GIVEN_UP, "not found: no such generation"));
        assertThat(fixture.backlog()).isEqualTo(backlog(0, 0, 1));
    }

    @Test
    void givesUpARejectedId() {
        CollectSummary summary =
                fixture.tracking(1).collectFrom(id -> new FetchOutcome.Rejected(id, "malformed"));

        assertThat(summary.counts()).isEqualTo(counts(0, 0, 0, 1, 0));
        assertThat(fixture.outcomes)
                .containsExactly(new IdOutcome(1, Outcome.GIVEN_UP, "refused: malformed"));
    }

    @Test
    void quarantinesTheRecordOfAnotherId() {
        CollectSummary summary = fixture.tracking(1).collectFrom(id -> found(document(id(2))));

        assertThat(summary.counts()).isEqualTo(counts(0, 0, 0, 0, 1));
        assertThat(fixture.outcomes)
                .containsExactly(
                        new IdOutcome(
                                1,
                                Outcome.FAILED,
                                "the source returned the record of "
                                        + id(2)
                                        + "; it is quarantined"));
        assertThat(fixture.pending.quarantine().of(id(1)))
                .extracting(kept -> fixture.pending.quarantine().document(kept.number()))
                .containsExactly(Optional.of(document(id(2))));
        assertThat(fixture.ledger.find(id(1))).isEmpty();
        assertThat(fixture.ledger.find(id(2))).isEmpty();
        assertThat(fixture.backlog().nextDue().orElseThrow())
                .isBetween(NOW.plusSeconds(5), NOW.plusSeconds(10));
    }

    @Test
    void aRecordWithoutAnIdIsNotRecorded() {
        fixture.tracking(1)
                .collectFrom(id ->
                        found(
                                new MetadataDocument(
                                        Optional.of(id),
                                        "{\"data\":{}}".getBytes(StandardCharsets.UTF_8),
                                        NOW)));

        assertThat(fixture.ledger.find(id(1))).isEmpty();
        assertThat(fixture.pending.quarantine().total().ids()).isEqualTo(1);
    }

    @Test
    void quarantinesAnUndecodableDocumentAndNamesTheField() {
        CollectSummary summary =
                fixture.tracking(2)
                        .decodingBy(document -> {
                            boolean first = document.requested().equals(Optional.of(id(1)));
                            throw new UndecodableDocumentException(
                                    first ? Optional.of("usage") : Optional.empty(),
                                    1,
                                    "expected a number",
                                    null);
                        })
                        .collectFrom(CollectFixture::found);

        assertThat(summary.counts()).isEqualTo(counts(0, 0, 0, 0, 2));
        assertThat(fixture.outcomes)
                .containsExactlyInAnyOrder(
                        new IdOutcome(
                                1,
                                Outcome.FAILED,
                                "cannot decode the document: field usage: expected a number"),
                        new IdOutcome(
                                2,
                                Outcome.FAILED,
                                "cannot decode the document: expected a number"));
        assertThat(fixture.backlog().later()).isEqualTo(2);
        assertThat(fixture.backlog().nextDue().orElseThrow())
                .isBetween(NOW.plusSeconds(5), NOW.plusSeconds(11));
        assertThat(fixture.pending.quarantine().total().ids()).isEqualTo(2);
    }

    @Test
    void keepsAnIdPendingThatCannotBeFetched() {
        SourceUnavailableException outage = new SourceUnavailableException("HTTP 502", null);
        CollectSummary summary =
                fixture.tracking(1)
                        .collectFrom(id -> {
                            throw outage;
                        });

        assertThat(summary.count(Outcome.UNAVAILABLE)).isEqualTo(1);
        assertThat(summary.outage()).containsSame(outage);
        assertThat(summary.refusal()).isEmpty();
        assertThat(fixture.outcomes)
                .containsExactly(new IdOutcome(1, Outcome.UNAVAILABLE, "HTTP 502"));
        assertThat(fixture.backlog().nextDue().orElseThrow())
                .isBetween(fixture.now.plusSeconds(5), fixture.now.plusSeconds(10));
    }

    @Test
    void countsEachGenerationOnceByItsLastOutcome() {
        Set<GenerationId> requests = new HashSet<>();
        CollectSummary summary =
                fixture.tracking(3)
                        .concurrency(1)
                        .collectFrom(id -> {
                            fixture.pass(Duration.ofSeconds(30));
                            if (requests.add(id)) {
                                return unknown(id);
                            }
                            return id.equals(id(3)) ? unknown(id) : found(id);
                        });

        assertThat(fixture.outcomes)
                .contains(
                        new IdOutcome(1, Outcome.NOT_READY, "no such generation"),
                        new IdOutcome(1, Outcome.RECORDED, ""),
                        new IdOutcome(2, Outcome.RECORDED, ""));
        assertThat(fixture.outcomes.stream().filter(outcome -> outcome.number() == 3).count())
                .isGreaterThan(1);
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(2);
        assertThat(summary.count(Outcome.NOT_READY) + summary.count(Outcome.GIVEN_UP)).isEqualTo(1);
    }

    @Test
    void theSummaryOmitsAnOutageThatIsOver() {
        Set<GenerationId> requests = new HashSet<>();
        CollectSummary summary =
                fixture.tracking(2)
                        .concurrency(1)
                        .collectFrom(id -> {
                            fixture.pass(Duration.ofSeconds(30));
                            if (requests.add(id)) {
                                throw new SourceUnavailableException("down", null);
                            }
                            return found(id);
                        });

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(2);
        assertThat(summary.outage()).isEmpty();
    }

    @Test
    void reportsOnlyCommittedOutcomes() {
        fixture.tracking(8)
                .listeningWith((id, result, reason) -> {
                    fixture.outcomes.add(
                            new IdOutcome(CollectFixture.number(id), result, reason.orElse("")));
                    boolean recorded = result == Outcome.RECORDED;
                    assertThat(fixture.ledger.find(id).isPresent()).isEqualTo(recorded);
                    if (!recorded) {
                        assertThat(fixture.backlog().later()).isPositive();
                    }
                })
                .collectFrom(id -> CollectFixture.number(id) % 2 == 0 ? found(id) : unknown(id));

        assertThat(fixture.outcomes).hasSize(8);
    }

    private static Map<Outcome, Long> counts(
            long recorded, long unchanged, long notReady, long givenUp, long failed) {
        Map<Outcome, Long> counts =
                new EnumMap<>(
                        Map.of(
                                Outcome.RECORDED, recorded,
                                Outcome.UNCHANGED, unchanged,
                                Outcome.NOT_READY, notReady,
                                Outcome.GIVEN_UP, givenUp,
                                Outcome.FAILED, failed));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Backlog backlog(long due, long later, long givenUp) {
        return new Backlog(due, later, 0, givenUp, 0, Optional.empty());
    }
}
