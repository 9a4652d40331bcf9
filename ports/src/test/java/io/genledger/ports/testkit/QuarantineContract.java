package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.QuarantineOrigin;
import io.genledger.ports.quarantine.QuarantineTotal;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link Quarantine} and {@link QuarantineEditor}. */
public abstract class QuarantineContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");
    private static final Instant NOW_MICROS = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Rejection PLACE =
            new Rejection("a.ndjson", 7, Optional.of("usage"), "expected an amount, found 'ü'");

    /**
     * One quarantine.
     *
     * @param queue its queue, whose claims quarantine fetched documents, and its reader
     * @param editor its editor
     */
    public record Fixture(QueueFixture queue, QuarantineEditor editor) {

        Quarantine reader() {
            return queue.quarantine();
        }

        void add(RejectedDocument... documents) {
            editor.add(List.of(documents));
        }

        /** Quarantines a document that is fetched for {@code id}. */
        void fetch(GenerationId id, String body, Instant at) {
            queue.pending().track(Set.of(id), at);
            List<Claim> claims = queue.claims().claim(1, at, Duration.ofMinutes(1));
            queue.claims()
                    .settle(
                            List.of(
                                    new Settlement.Quarantined(
                                            claims.get(0),
                                            at.plusSeconds(1),
                                            AttemptOutcome.of(at, Reason.FOREIGN, "other id"),
                                            document(Optional.of(id), body, at))));
        }
    }

    /** An empty quarantine. */
    protected abstract Fixture emptyQuarantine();

    @Test
    void isEmptyAtFirst() {
        Fixture fixture = emptyQuarantine();

        assertThat(fixture.reader().newest(10)).isEmpty();
        assertThat(fixture.reader().after(0, 10)).isEmpty();
        assertThat(fixture.reader().of(id(1))).isEmpty();
        assertThat(fixture.reader().find(1)).isEmpty();
        assertThat(fixture.reader().document(1)).isEmpty();
        assertThat(fixture.reader().total()).isEqualTo(new QuarantineTotal(0, 0));
    }

    @Test
    void keepsEveryPartOfARejectedDocument() {
        Fixture fixture = emptyQuarantine();
        String body = "{\"ü\u0000\"\r\n";
        RejectedDocument rejected =
                new RejectedDocument(PLACE, 3, document(Optional.empty(), body, NOW));
        fixture.add(rejected);

        List<QuarantinedDocument> all = fixture.reader().newest(10);
        QuarantinedDocument kept = all.get(0);
        assertThat(all).hasSize(1);
        assertThat(kept.number()).isPositive();
        assertThat(kept)
                .isEqualTo(
                        new QuarantinedDocument(
                                kept.number(),
                                new QuarantineOrigin.Imported("a.ndjson", 7, Optional.of("usage")),
                                new AttemptOutcome(
                                        Optional.of(NOW_MICROS),
                                        Optional.of(Reason.UNREADABLE),
                                        PLACE.reason()),
                                NOW_MICROS,
                                NOW_MICROS,
                                3,
                                body.getBytes(StandardCharsets.UTF_8).length));
        assertThat(fixture.reader().find(kept.number())).contains(kept);
        assertThat(fixture.reader().document(kept.number())).contains(rejected.document());
    }

    @Test
    void keepsEveryPartOfAFetchedDocument() {
        Fixture fixture = emptyQuarantine();
        fixture.fetch(id(1), "foreign", NOW_MICROS);

        QuarantinedDocument kept = fixture.reader().of(id(1)).get(0);
        assertThat(kept)
                .isEqualTo(
                        new QuarantinedDocument(
                                kept.number(),
                                new QuarantineOrigin.Fetched(id(1)),
                                AttemptOutcome.of(NOW_MICROS, Reason.FOREIGN, "other id"),
                                NOW_MICROS,
                                NOW_MICROS,
                                1,
                                7));
        assertThat(fixture.reader().newest(10)).containsExactly(kept);
        assertThat(fixture.reader().document(kept.number()))
                .contains(document(Optional.of(id(1)), "foreign", NOW_MICROS));
    }

    @Test
    void aFieldMayBeUnknown() {
        Fixture fixture = emptyQuarantine();
        Rejection noField = new Rejection("b", 1, Optional.empty(), "expected a JSON object");
        fixture.add(new RejectedDocument(noField, 1, document(Optional.empty(), "x", NOW)));

        assertThat(fixture.reader().newest(1))
                .extracting(QuarantinedDocument::origin)
                .containsExactly(new QuarantineOrigin.Imported("b", 1, Optional.empty()));
    }

    @Test
    void countsEqualDocumentsOnceAndKeepsTheLastPlace() {
        Fixture fixture = emptyQuarantine();
        fixture.add(rejected("a", "same", NOW_MICROS), rejected("a", "other", NOW_MICROS));
        fixture.add(rejected("b", "same", NOW_MICROS.plusSeconds(5)));

        assertThat(fixture.reader().after(0, 10))
                .extracting(
                        QuarantinedDocument::origin,
                        QuarantinedDocument::times,
                        QuarantinedDocument::firstReceived,
                        QuarantinedDocument::lastReceived)
                .containsExactly(
                        tuple(place("b"), 2L, NOW_MICROS, NOW_MICROS.plusSeconds(5)),
                        tuple(place("a"), 1L, NOW_MICROS, NOW_MICROS));
    }

    @Test
    void keepsTheSameBytesApartByTheirOrigin() {
        Fixture fixture = emptyQuarantine();
        fixture.add(rejected("a", "same", NOW_MICROS));
        fixture.fetch(id(1), "same", NOW_MICROS);
        fixture.fetch(id(2), "same", NOW_MICROS);

        assertThat(fixture.reader().newest(10))
                .extracting(QuarantinedDocument::times)
                .containsExactly(1L, 1L, 1L);
        assertThat(fixture.reader().total()).isEqualTo(new QuarantineTotal(3, 2));
    }

    @Test
    void theLimitOfAnIdDoesNotCountRejectedDocuments() {
        Fixture fixture = emptyQuarantine();
        IntStream.range(0, 10).forEach(i -> fixture.add(rejected("a", "bad " + i, NOW_MICROS)));
        fixture.fetch(id(1), "foreign", NOW_MICROS);

        assertThat(fixture.reader().total()).isEqualTo(new QuarantineTotal(11, 1));
    }

    @Test
    void pagesThroughTheDocumentsInBothDirections() {
        Fixture fixture = emptyQuarantine();
        fixture.add(
                IntStream.range(0, 1_200)
                        .mapToObj(i -> rejected("a", "bad " + i, NOW_MICROS))
                        .toArray(RejectedDocument[]::new));

        List<QuarantinedDocument> all = fixture.reader().after(0, 2_000);
        assertThat(all).extracting(QuarantinedDocument::number).isSorted().hasSize(1_200);
        assertThat(fixture.reader().after(all.get(499).number(), 3))
                .isEqualTo(all.subList(500, 503));
        assertThat(fixture.reader().newest(2)).containsExactly(all.get(1_199), all.get(1_198));
    }

    @Test
    void dropsByNumber() {
        Fixture fixture = emptyQuarantine();
        fixture.add(
                rejected("a", "1", NOW_MICROS),
                rejected("a", "2", NOW_MICROS),
                rejected("a", "3", NOW_MICROS));
        List<Long> numbers =
                fixture.reader().after(0, 10).stream().map(QuarantinedDocument::number).toList();
        long unknown = numbers.get(2) + 1;

        assertThat(fixture.editor().drop(Set.of(numbers.get(0), numbers.get(1), unknown)))
                .containsExactlyInAnyOrder(numbers.get(0), numbers.get(1));
        assertThat(fixture.editor().drop(Set.of())).isEmpty();
        assertThat(fixture.reader().newest(10))
                .extracting(QuarantinedDocument::number)
                .containsExactly(numbers.get(2));
    }

    @Test
    void dropsMoreThanOneStatementCanName() {
        Fixture fixture = emptyQuarantine();
        fixture.add(
                IntStream.range(0, 1_200)
                        .mapToObj(i -> rejected("a", "bad " + i, NOW_MICROS))
                        .toArray(RejectedDocument[]::new));
        Set<Long> numbers =
                fixture.reader().after(0, 2_000).stream()
                        .map(QuarantinedDocument::number)
                        .collect(Collectors.toSet());

        assertThat(fixture.editor().drop(numbers)).isEqualTo(numbers);
        assertThat(fixture.reader().total().documents()).isZero();
    }

    @Test
    void dropsAll() {
        Fixture fixture = emptyQuarantine();
        fixture.add(rejected("a", "1", NOW_MICROS));
        fixture.fetch(id(1), "foreign", NOW_MICROS);

        assertThat(fixture.editor().dropAll()).isEqualTo(2);
        assertThat(fixture.reader().total()).isEqualTo(new QuarantineTotal(0, 0));
    }

    /** A script that drops a number must not drop a document that came later. */
    @Test
    void neverGivesANumberTwice() {
        Fixture fixture = emptyQuarantine();
        fixture.add(rejected("a", "1", NOW_MICROS));
        long first = fixture.reader().newest(1).get(0).number();
        fixture.editor().dropAll();
        fixture.add(rejected("a", "2", NOW_MICROS));

        assertThat(fixture.reader().newest(1).get(0).number()).isGreaterThan(first);
    }

    private static QuarantineOrigin place(String file) {
        return new QuarantineOrigin.Imported(file, PLACE.line(), PLACE.field());
    }

    private static RejectedDocument rejected(String file, String body, Instant at) {
        return new RejectedDocument(
                new Rejection(file, PLACE.line(), PLACE.field(), PLACE.reason()),
                1,
                document(Optional.empty(), body, at));
    }

    private static MetadataDocument document(
            Optional<GenerationId> requested, String body, Instant at) {
        return new MetadataDocument(requested, body.getBytes(StandardCharsets.UTF_8), at);
    }
}
