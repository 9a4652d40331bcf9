package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationQuery.Order;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.UnknownGenerationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link GenerationReader}. */
public abstract class GenerationReaderContract {

    private static final Instant NOON = Instant.parse("2025-08-20T12:00:00Z");

    /** A reader and the ledger it reads. */
    public record Fixture(GenerationReader reader, Ledger ledger) {

        List<GenerationRow> rows(GenerationQuery query) {
            List<GenerationRow> rows = new ArrayList<>();
            reader.read(query, rows::add);
            return rows;
        }

        List<GenerationId> ids(GenerationQuery query) {
            return rows(query).stream().map(GenerationRow::id).toList();
        }
    }

    /** An empty ledger and its reader. */
    protected abstract Fixture emptyFixture();

    /** The name of the ledger, if its reader tells ledgers apart. */
    protected Optional<String> ledgerName() {
        return Optional.empty();
    }

    private Fixture fixtureOf(Generation... generations) {
        Fixture fixture = emptyFixture();
        fixture.ledger()
                .record(Arrays.stream(generations).map(SampleGenerations::recording).toList());
        return fixture;
    }

    @Test
    void aRowHasEveryTextAndFigure() {
        Generation generation = complete(id(1));

        List<GenerationRow> rows = fixtureOf(generation).rows(GenerationQuery.newest(10));

        assertThat(rows).hasSize(1);
        GenerationRow row = rows.get(0);
        assertThat(row.id()).isEqualTo(id(1));
        assertThat(row.created()).isEqualTo(generation.created().at());
        assertThat(row.totals()).isEqualTo(SpendTotals.of(recording(generation).entry()));
        assertThat(row.latency()).contains(Duration.ofMillis(337));
        assertThat(row.texts())
                .containsEntry(Dimension.MODEL, "anthropic/claude-3-haiku")
                .containsEntry(Dimension.AUTHOR, "anthropic")
                .containsEntry(Dimension.REQUEST, "req-1")
                .containsEntry(Dimension.CANCELLED, "false")
                .containsEntry(Dimension.TRUST, "record")
                .doesNotContainKey(Dimension.VARIANT)
                .hasSize(ledgerName().isPresent() ? 20 : 19);
        assertThat(Optional.ofNullable(row.texts().get(Dimension.LEDGER))).isEqualTo(ledgerName());
    }

    @Test
    void aRowLeavesOutWhatTheRecordDoesNotState() {
        List<GenerationRow> rows =
                fixtureOf(costing(id(1), credits("0.01"))).rows(GenerationQuery.newest(10));

        Map<Dimension, String> stated = new EnumMap<>(Dimension.class);
        stated.put(Dimension.BYOK, "false");
        stated.put(Dimension.TRUST, "record");
        stated.put(Dimension.ACCOUNT, "default");
        ledgerName().ifPresent(name -> stated.put(Dimension.LEDGER, name));
        assertThat(rows).extracting(GenerationRow::texts).containsExactly(stated);
        assertThat(rows.get(0).latency()).isEmpty();
    }

    @Test
    public void aRowHasTheRecordedFindings() {
        Generation negative = costing(id(1), credits("-0.01"));

        assertThat(fixtureOf(negative).rows(GenerationQuery.newest(10)).get(0).findings())
                .isEqualTo(LedgerEntry.of(negative).findings().atStake().keySet())
                .contains(StandardFindings.NEGATIVE_USAGE);
    }

    @Test
    void listsEachGenerationByItsNewestRevision() {
        Fixture fixture = fixtureOf(inline(charged(1, "0.2")), charged(2, "0.01"));
        fixture.ledger().record(List.of(recording(charged(1, "0.03"))));

        assertThat(fixture.rows(GenerationQuery.newest(10)))
                .extracting(row -> row.id() + " " + row.totals().spend())
                .containsExactly(id(2) + " 0.01", id(1) + " 0.03");
    }

    /** Generations 1 and 2 were created in the same microsecond, and two others have no spend. */
    @ParameterizedTest
    @EnumSource
    void pagesContainEachGenerationOnceInOrder(Order order) {
        Fixture fixture =
                fixtureOf(
                        at(NOON, charged(1, "0.5")),
                        at(NOON, charged(2, "0.5")),
                        at(NOON.plusSeconds(1), charged(3, "0.25")),
                        at(NOON.minusSeconds(1), charged(4, "-0.75")),
                        at(NOON.minusSeconds(2), unknown(5)),
                        at(NOON.plusSeconds(2), unknown(6)));
        List<GenerationId> expected =
                switch (order) {
                    case NEWEST -> ids(6, 3, 2, 1, 4, 5);
                    case OLDEST -> ids(5, 4, 1, 2, 3, 6);
                    case SPEND -> ids(2, 1, 3, 4, 6, 5);
                };

        for (int limit = 1; limit <= 7; limit++) {
            List<GenerationId> all = new ArrayList<>();
            Optional<GenerationId> last = Optional.empty();
            List<GenerationId> page;
            do {
                page =
                        fixture.ids(
                                new GenerationQuery(
                                        TimeRange.ALWAYS, List.of(), order, last, limit));
                assertThat(page).hasSizeLessThanOrEqualTo(limit);
                all.addAll(page);
                last = page.stream().reduce((one, other) -> other);
            } while (!page.isEmpty());
            assertThat(all).as("pages of %s", limit).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void selectsByRangeAndFilters(Order order) {
        Fixture fixture =
                fixtureOf(
                        at(NOON, servedBy(complete(id(1)), "a/one", "P")),
                        at(NOON.plusSeconds(1), servedBy(complete(id(2)), "a/two:free", "P")),
                        at(NOON.plusSeconds(2), servedBy(complete(id(3)), "b/one", "P")),
                        at(NOON.plusSeconds(3), servedBy(complete(id(4)), "a/one", "P")));
        TimeRange range = new TimeRange(Optional.of(NOON), Optional.of(NOON.plusSeconds(3)));

        assertThat(fixture.ids(query(order, range, DimensionFilter.of(Dimension.MODEL, "a/*"))))
                .containsExactlyInAnyOrder(id(1), id(2));
        assertThat(
                        fixture.ids(
                                query(
                                        order,
                                        range,
                                        DimensionFilter.of(Dimension.AUTHOR, "!b"),
                                        DimensionFilter.of(Dimension.VARIANT, ""))))
                .containsExactly(id(1));
    }

    /** Generation 1 has two findings, 2 has one of them, 3 another one, and 4 none. */
    @ParameterizedTest
    @EnumSource
    public void selectsByRecordedFindings(Order order) {
        Fixture fixture =
                fixtureOf(
                        costing(id(1), credits("-0.5")),
                        servedBy(costing(id(2), credits("-0.25")), "a/one:free", "P"),
                        unknown(3),
                        costing(id(4), credits("1")));

        assertThat(found(fixture, order, "negative-usage")).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(found(fixture, order, "spend-*")).containsExactly(id(3));
        assertThat(found(fixture, order, "spend-unknown", "negative-*"))
                .containsExactlyInAnyOrder(id(1), id(2), id(3));
        assertThat(found(fixture, order, "")).containsExactly(id(4));
        assertThat(found(fixture, order, "!negative-usage"))
                .containsExactlyInAnyOrder(id(3), id(4));
        assertThat(found(fixture, order, "!*")).containsExactly(id(4));
        assertThat(found(fixture, order, "*", "!spend-unknown"))
                .containsExactlyInAnyOrder(id(1), id(2));
        assertThat(found(fixture, order, "replay-charged")).isEmpty();
    }

    private static List<GenerationId> found(Fixture fixture, Order order, String... patterns) {
        return fixture.ids(query(order, TimeRange.ALWAYS, OfFindings.of(patterns)));
    }

    @Test
    public void selectsByTheFindingsOfTheNewestRevision() {
        Fixture fixture = fixtureOf(costing(id(1), credits("-0.5")));
        fixture.ledger().record(List.of(recording(costing(id(1), credits("0.5")))));

        assertThat(found(fixture, Order.NEWEST, "negative-usage")).isEmpty();
        assertThat(found(fixture, Order.NEWEST, "")).containsExactly(id(1));
    }

    /** By their indexes, in an adapter that has any. */
    @ParameterizedTest
    @EnumSource
    void selectsOneUserSessionOrRequest(Order order) {
        Fixture fixture =
                fixtureOf(
                        at(NOON, complete(id(1))),
                        at(NOON.plusSeconds(86_400 * 40), complete(id(2))),
                        costing(id(3), credits("0.5")));
        for (DimensionFilter filter :
                List.of(
                        DimensionFilter.of(Dimension.USER, "user-1"),
                        DimensionFilter.of(Dimension.SESSION, "session-1", "session-2"),
                        DimensionFilter.of(Dimension.REQUEST, "req-1"))) {
            assertThat(fixture.ids(query(order, TimeRange.ALWAYS, filter)))
                    .as("%s", filter)
                    .containsExactlyInAnyOrder(id(1), id(2));
            assertThat(
                            fixture.ids(
                                    query(
                                            order,
                                            new TimeRange(
                                                    Optional.of(NOON.plusNanos(1)),
                                                    Optional.empty()),
                                            filter)))
                    .as("%s", filter)
                    .containsExactly(id(2));
        }
        assertThat(
                        fixture.ids(
                                query(
                                        order,
                                        TimeRange.ALWAYS,
                                        DimensionFilter.of(Dimension.USER, "user-9"))))
                .isEmpty();
    }

    @Test
    void selectsAUserOfDaysThatAreFarApart() {
        Instant latest = Instant.parse("9999-12-31T23:59:59Z");
        Fixture fixture =
                fixtureOf(
                        at(Instant.EPOCH, complete(id(1))),
                        at(NOON, complete(id(2))),
                        at(latest, complete(id(3))));
        DimensionFilter user = DimensionFilter.of(Dimension.USER, "user-1");

        assertThat(fixture.ids(query(Order.OLDEST, TimeRange.ALWAYS, user)))
                .containsExactly(id(1), id(2), id(3));
        assertThat(
                        fixture.ids(
                                query(
                                        Order.OLDEST,
                                        new TimeRange(Optional.of(NOON), Optional.of(latest)),
                                        user)))
                .containsExactly(id(2));
    }

    /** The page before may have been selected by another filter. */
    @Test
    void aPageMayBeginAfterAGenerationThatIsNotSelected() {
        Fixture fixture =
                fixtureOf(
                        at(NOON, servedBy(complete(id(1)), "a/one", "P")),
                        at(NOON.plusSeconds(1), servedBy(complete(id(2)), "b/one", "P")));

        assertThat(
                        fixture.ids(
                                new GenerationQuery(
                                        TimeRange.ALWAYS,
                                        List.of(DimensionFilter.of(Dimension.AUTHOR, "a")),
                                        Order.NEWEST,
                                        Optional.of(id(2)),
                                        10)))
                .containsExactly(id(1));
    }

    @Test
    void aPageAfterAnUnknownGenerationFails() {
        Fixture fixture = fixtureOf(complete(id(1)));
        GenerationQuery query =
                new GenerationQuery(
                        TimeRange.ALWAYS, List.of(), Order.NEWEST, Optional.of(id(9)), 10);

        assertThatThrownBy(() -> fixture.rows(query))
                .isInstanceOf(UnknownGenerationException.class)
                .hasMessageContaining(id(9).value());
    }

    @Test
    void findsIdsByTheirBeginning() {
        Fixture fixture =
                fixtureOf(
                        complete(new GenerationId("gen-2")),
                        complete(new GenerationId("gen-1~")),
                        complete(new GenerationId("gen-1")),
                        complete(new GenerationId("GEN-1")),
                        complete(new GenerationId("gen-1%")));

        assertThat(fixture.reader().idsThatBeginWith("gen-1", 9))
                .extracting(GenerationId::value)
                .containsExactly("gen-1", "gen-1%", "gen-1~");
        assertThat(fixture.reader().idsThatBeginWith("gen-", 2))
                .extracting(GenerationId::value)
                .containsExactly("gen-1", "gen-1%");
        assertThat(fixture.reader().idsThatBeginWith("gen-1%%", 9)).isEmpty();
    }

    private static GenerationQuery query(
            Order order, TimeRange range, GenerationFilter... filters) {
        return new GenerationQuery(range, List.of(filters), order, Optional.empty(), 10);
    }

    private static Generation at(Instant created, Generation generation) {
        return createdAt(generation, created);
    }

    private static Generation charged(int number, String usage) {
        return withCharges(complete(id(number)), credits(usage));
    }

    private static Generation unknown(int number) {
        return costing(id(number), byok("0.01", Optional.empty()));
    }

    private static List<GenerationId> ids(int... numbers) {
        return Arrays.stream(numbers).mapToObj(SampleGenerations::id).toList();
    }
}
