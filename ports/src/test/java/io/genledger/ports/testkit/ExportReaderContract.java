package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.ports.export.EntrySpan;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.ExportReader;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.export.RowShape;
import io.genledger.ports.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The contract of {@link ExportReader}. */
public abstract class ExportReaderContract {

    private static final Instant NOON = Instant.parse("2025-08-20T12:00:00Z");

    /** A reader and the ledger it reads. */
    public record Fixture(ExportReader reader, Ledger ledger) {

        List<ExportRow> current(ExportQuery query) {
            List<ExportRow> rows = new ArrayList<>();
            assertThat(reader.readCurrent(query, rows::add)).isEmpty();
            return rows;
        }

        List<ExportRow> entries(ExportQuery query) {
            List<ExportRow> rows = new ArrayList<>();
            assertThat(reader.readEntries(query, rows::add)).isEmpty();
            return rows;
        }

        List<String> documents(ExportQuery query) {
            List<String> documents = new ArrayList<>();
            assertThat(
                            reader.readDocuments(
                                    query, document -> documents.add(text(document.orElseThrow()))))
                    .isEmpty();
            return documents;
        }

        void record(Generation... generations) {
            ledger.record(Arrays.stream(generations).map(SampleGenerations::recording).toList());
        }
    }

    /** An empty ledger and its reader. */
    protected abstract Fixture emptyFixture();

    private Fixture fixtureOf(Generation... generations) {
        Fixture fixture = emptyFixture();
        fixture.record(generations);
        return fixture;
    }

    @Test
    void aRowHasEveryTextFigureAndTime() {
        Generation generation = complete(id(1));
        LedgerEntry entry = LedgerEntry.of(generation);

        List<ExportRow> rows = fixtureOf(generation).current(ExportQuery.ALL);

        assertThat(rows).hasSize(1);
        ExportRow row = rows.get(0);
        assertThat(row.id()).isEqualTo(id(1));
        assertThat(row.created()).isEqualTo(generation.created());
        assertThat(row.place().number()).isEqualTo(1);
        assertThat(row.place().revision()).isEqualTo(1);
        assertThat(row.place().isCancellation()).isFalse();
        assertThat(row.place().recordedAt()).isAfter(NOON);
        assertThat(row.origin().kind()).isEqualTo(DocumentKind.METADATA);
        assertThat(row.origin().isFetched()).isTrue();
        assertThat(row.origin().receivedAt()).isEqualTo(SampleGenerations.RECEIVED);
        assertThat(row.posting()).isEqualTo(entry.posting());
        assertThat(row.tokens()).isEqualTo(generation.nativeTokens());
        assertThat(row.latency()).contains(Duration.ofMillis(337));
        assertThat(row.generationTime()).contains(Duration.ofMillis(47));
        assertThat(row.findings()).contains(entry.findings().atStake().keySet());
        assertThat(row.document()).isEmpty();
        assertThat(row.texts())
                .containsEntry(Dimension.MODEL, "anthropic/claude-3-haiku")
                .containsEntry(Dimension.AUTHOR, "anthropic")
                .containsEntry(Dimension.REQUEST, "req-1")
                .containsEntry(Dimension.TRUST, "record")
                .doesNotContainKey(Dimension.VARIANT)
                .hasSize(19);
    }

    @Test
    void aRowLeavesOutWhatTheRecordDoesNotState() {
        Generation generation = costing(id(1), credits("0.01"));

        ExportRow row = fixtureOf(generation).current(ExportQuery.ALL).get(0);

        assertThat(row.texts())
                .containsOnly(
                        Map.entry(Dimension.BYOK, "false"),
                        Map.entry(Dimension.TRUST, "record"),
                        Map.entry(Dimension.ACCOUNT, "default"));
        assertThat(row.tokens()).isEqualTo(generation.nativeTokens());
        assertThat(row.posting().cacheDiscount()).isEmpty();
        assertThat(row.latency()).isEmpty();
        assertThat(row.generationTime()).isEmpty();
    }

    @Test
    void aRowNamesTheFindingsInItsRecord() {
        Generation generation = costing(id(1), credits("-0.01"));
        Set<StandardFindings> found = LedgerEntry.of(generation).findings().atStake().keySet();

        assertThat(found).isNotEmpty();
        assertThat(fixtureOf(generation).current(ExportQuery.ALL).get(0).findings())
                .contains(found);
    }

    @Test
    void aRowHasItsDocumentIfAskedFor() {
        Fixture fixture = fixtureOf(complete(id(1)));

        assertThat(fixture.current(ExportQuery.ALL.with(RowShape.WITH_DOCUMENT)))
                .extracting(ExportRow::document)
                .containsExactly(Optional.of(SampleGenerations.document(id(1))));
    }

    /** Whatever their ids and times of creation are. */
    @Test
    void rowsComeInTheOrderOfRecording() {
        Fixture fixture =
                fixtureOf(
                        createdAt(complete(id(2)), NOON),
                        createdAt(complete(id(3)), NOON.minusSeconds(9)),
                        createdAt(complete(id(1)), NOON.plusSeconds(9)));

        assertThat(fixture.current(ExportQuery.ALL))
                .extracting(ExportRow::id)
                .containsExactly(id(2), id(3), id(1));
        assertThat(fixture.entries(ExportQuery.ALL))
                .extracting(row -> row.place().number())
                .isSorted();
    }

    @Test
    void rowsComeInTheOrderOfCreationIfAskedFor() {
        Fixture fixture =
                fixtureOf(
                        createdAt(charged(2, "0.1"), NOON),
                        createdAt(charged(3, "0.2"), NOON.minusSeconds(9)),
                        createdAt(charged(1, "0.3"), NOON.plusSeconds(9)));
        fixture.record(createdAt(charged(3, "0.4"), NOON.plusSeconds(1)));
        ExportQuery byCreation = ExportQuery.ALL.with(RowShape.FIGURES.byCreation());

        assertThat(fixture.current(byCreation))
                .extracting(ExportRow::id)
                .containsExactly(id(2), id(3), id(1));
        assertThat(fixture.entries(byCreation))
                .extracting(row -> spend(row) + (row.place().isCancellation() ? " -" : " +"))
                .containsExactly("0.2 +", "0.2 -", "0.1 +", "0.4 +", "0.3 +");
    }

    /** Whatever is selected, and in whichever order. */
    @Test
    void documentsAreThoseOfTheRows() {
        Fixture fixture =
                fixtureOf(
                        createdAt(inline(charged(1, "0.2")), NOON),
                        createdAt(charged(2, "0.01"), NOON.minusSeconds(9)),
                        createdAt(charged(3, "0.02"), NOON.minusSeconds(5)));
        long first = last(fixture);
        fixture.record(createdAt(charged(1, "0.03"), NOON));
        TimeRange range = new TimeRange(Optional.of(NOON.minusSeconds(6)), Optional.empty());

        assertThat(fixture.documents(ExportQuery.ALL)).hasSize(3);
        for (ExportQuery query :
                List.of(
                        ExportQuery.ALL,
                        ExportQuery.ALL.with(RowShape.FIGURES.byCreation()),
                        ExportQuery.ALL.in(new EntrySpan(0, first)),
                        ExportQuery.ALL.in(new EntrySpan(first, Long.MAX_VALUE)),
                        selecting(range),
                        selecting(range, OfFindings.of("negative-usage")))) {
            assertThat(fixture.documents(query))
                    .isEqualTo(
                            fixture.current(query.with(query.shape().withDocument())).stream()
                                    .map(row -> text(row.document().orElseThrow().bytes()))
                                    .toList());
        }
    }

    @Test
    void theEntryThatCountsIsThatOfTheNewestRevision() {
        Fixture fixture = fixtureOf(inline(charged(1, "0.2")), charged(2, "0.01"));
        fixture.record(charged(1, "0.03"));

        assertThat(fixture.current(ExportQuery.ALL))
                .extracting(ExportReaderContract::words)
                .containsExactly(id(2) + " 0.01 METADATA 1", id(1) + " 0.03 METADATA 2");
    }

    @Test
    void allEntriesHaveTheCancellationsOfReplacedOnes() {
        Fixture fixture = fixtureOf(inline(charged(1, "0.2")));
        fixture.record(charged(1, "0.03"));

        List<ExportRow> rows = fixture.entries(ExportQuery.ALL.with(RowShape.WITH_DOCUMENT));

        assertThat(rows)
                .extracting(row -> words(row) + (row.place().isCancellation() ? " -" : " +"))
                .containsExactlyInAnyOrder(
                        id(1) + " 0.2 COMPLETION 1 +",
                        id(1) + " 0.2 COMPLETION 1 -",
                        id(1) + " 0.03 METADATA 2 +");
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.document().isPresent())
                                .isEqualTo(!row.place().isCancellation()));
    }

    @Test
    void aSpanHasWhatWasRecordedInItAndNothingOfLater() {
        Fixture fixture = fixtureOf(charged(1, "0.1"), charged(2, "0.2"));
        long first = last(fixture);
        fixture.record(charged(1, "0.3"), charged(3, "0.4"));
        long second = last(fixture);
        fixture.record(charged(1, "0.5"), charged(2, "0.6"));

        assertThat(spends(fixture, new EntrySpan(0, first))).containsExactly("0.1", "0.2");
        assertThat(spends(fixture, new EntrySpan(first, second)))
                .containsExactlyInAnyOrder("0.3", "0.4");
        assertThat(spends(fixture, new EntrySpan(0, second)))
                .containsExactlyInAnyOrder("0.2", "0.3", "0.4");
        assertThat(spends(fixture, new EntrySpan(second, Long.MAX_VALUE)))
                .containsExactlyInAnyOrder("0.5", "0.6");
        assertThat(spends(fixture, new EntrySpan(second, second))).isEmpty();
    }

    /** Each row replaces an earlier one of its generation. */
    @Test
    void spansOneAfterAnotherGiveWhatOneReadGives() {
        Random random = new Random(16);
        for (int round = 0; round < 20; round++) {
            Fixture fixture = emptyFixture();
            Map<GenerationId, String> upserted = new TreeMap<>();
            long end = 0;
            for (int night = 0; night < 4; night++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    fixture.record(charged(1 + random.nextInt(5), "0.0" + random.nextInt(100)));
                }
                EntrySpan span = new EntrySpan(end, Math.max(end, last(fixture)));
                fixture.current(ExportQuery.ALL.in(span))
                        .forEach(row -> upserted.put(row.id(), words(row)));
                end = span.end();
            }
            Map<GenerationId, String> expected = new TreeMap<>();
            fixture.current(ExportQuery.ALL).forEach(row -> expected.put(row.id(), words(row)));
            assertThat(upserted).isEqualTo(expected);
        }
    }

    @Test
    void readsTheLedgerAsItWasAtAMoment() {
        Fixture fixture = fixtureOf(charged(1, "0.1"));
        Instant moment = fixture.current(ExportQuery.ALL).get(0).place().recordedAt();
        awaitLater(moment);
        fixture.record(charged(1, "0.3"), charged(2, "0.4"));

        ExportQuery then =
                new ExportQuery(
                        TimeRange.ALWAYS,
                        List.of(),
                        Optional.of(moment),
                        EntrySpan.ALL,
                        RowShape.FIGURES);
        assertThat(fixture.current(then)).extracting(row -> spend(row)).containsExactly("0.1");
        assertThat(fixture.entries(then)).extracting(row -> spend(row)).containsExactly("0.1");
        assertThat(fixture.current(ExportQuery.ALL))
                .extracting(row -> spend(row))
                .containsExactlyInAnyOrder("0.3", "0.4");
    }

    private static void awaitLater(Instant moment) {
        while (!Instant.now().isAfter(moment.plusMillis(2))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void selectsByRangeAndFilters() {
        Fixture fixture =
                fixtureOf(
                        createdAt(servedBy(complete(id(1)), "a/one", "P"), NOON),
                        createdAt(
                                servedBy(complete(id(2)), "a/two:free", "P"), NOON.plusSeconds(1)),
                        createdAt(servedBy(complete(id(3)), "b/one", "P"), NOON.plusSeconds(2)),
                        createdAt(servedBy(complete(id(4)), "a/one", "P"), NOON.plusSeconds(3)));
        TimeRange range = new TimeRange(Optional.of(NOON), Optional.of(NOON.plusSeconds(3)));

        assertThat(ids(fixture, range, DimensionFilter.of(Dimension.MODEL, "a/*")))
                .containsExactly(id(1), id(2));
        assertThat(
                        ids(
                                fixture,
                                range,
                                DimensionFilter.of(Dimension.AUTHOR, "!b"),
                                DimensionFilter.of(Dimension.VARIANT, "")))
                .containsExactly(id(1));
        assertThat(ids(fixture, TimeRange.ALWAYS, DimensionFilter.of(Dimension.USER, "user-1")))
                .hasSize(4);
        assertThat(ids(fixture, TimeRange.ALWAYS, DimensionFilter.of(Dimension.SESSION, "no")))
                .isEmpty();
    }

    @Test
    void selectsByRecordedFindings() {
        Fixture fixture =
                fixtureOf(costing(id(1), credits("-0.5")), costing(id(2), credits("0.5")));
        fixture.record(costing(id(3), credits("-0.5")));
        fixture.record(costing(id(3), credits("0.25")));

        assertThat(ids(fixture, TimeRange.ALWAYS, OfFindings.of("negative-usage")))
                .containsExactly(id(1));
        assertThat(ids(fixture, TimeRange.ALWAYS, OfFindings.of("")))
                .containsExactlyInAnyOrder(id(2), id(3));
    }

    /** A correction may state another time of creation. */
    @Test
    void aGenerationThatACorrectionMovedOutOfTheRangeIsLeftOut() {
        Fixture fixture = fixtureOf(createdAt(complete(id(1)), NOON));
        fixture.record(createdAt(complete(id(1)), NOON.plusSeconds(60)));
        Instant edge = NOON.plusSeconds(30);

        assertThat(ids(fixture, new TimeRange(Optional.empty(), Optional.of(edge)))).isEmpty();
        assertThat(ids(fixture, new TimeRange(Optional.of(edge), Optional.empty())))
                .containsExactly(id(1));
    }

    @Test
    void whatTheConsumerThrowsIsThrownAsItIs() {
        Fixture fixture = fixtureOf(complete(id(1)));
        IllegalStateException thrown = new IllegalStateException("disk full");

        assertThatThrownBy(() ->
                        fixture.reader()
                                .readCurrent(
                                        ExportQuery.ALL,
                                        row -> {
                                            throw thrown;
                                        }))
                .isSameAs(thrown);
        assertThat(fixture.current(ExportQuery.ALL)).hasSize(1);
    }

    private static List<GenerationId> ids(
            Fixture fixture, TimeRange range, GenerationFilter... filters) {
        return fixture.current(selecting(range, filters)).stream().map(ExportRow::id).toList();
    }

    private static ExportQuery selecting(TimeRange range, GenerationFilter... filters) {
        return new ExportQuery(
                range, List.of(filters), Optional.empty(), EntrySpan.ALL, RowShape.FIGURES);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static long last(Fixture fixture) {
        return fixture.entries(ExportQuery.ALL).stream()
                .mapToLong(row -> row.place().number())
                .max()
                .orElse(0);
    }

    private static List<String> spends(Fixture fixture, EntrySpan span) {
        return fixture.current(ExportQuery.ALL.in(span)).stream()
                .map(ExportReaderContract::spend)
                .toList();
    }

    private static String words(ExportRow row) {
        return "%s %s %s %d"
                .formatted(row.id(), spend(row), row.origin().kind(), row.place().revision());
    }

    private static String spend(ExportRow row) {
        return row.posting().spend().map(UsdAmount::toString).orElse("unknown");
    }

    private static Generation charged(int number, String usage) {
        return withCharges(complete(id(number)), credits(usage));
    }
}
