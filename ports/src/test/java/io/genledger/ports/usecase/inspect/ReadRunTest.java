package io.genledger.ports.usecase.inspect;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.testkit.InMemoryGenerationReader;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemorySpendReader;
import io.genledger.ports.usecase.inspect.ReadRun.Run;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadRunTest {

    private InMemoryLedger ledger = new InMemoryLedger();
    private final List<GenerationId> read = new ArrayList<>();

    @Test
    void readsTheGenerationsOfARequestInTheOrderOfTime() {
        record(
                of("req-1", createdAt(cost(3, "0.3"), CREATED.plusSeconds(3))),
                of("req-1", createdAt(cost(1, "0.1"), CREATED.plusSeconds(1))),
                of("req-2", cost(4, "4")),
                of("req-1", createdAt(cost(2, "0.2"), CREATED.plusSeconds(2))));

        assertThat(read("req-1").inclusive().totals().spend()).isEqualTo(UsdAmount.of("0.6"));
        assertThat(read).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void readsMoreGenerationsThanAPageHas() {
        for (int number = 0; number < 1_203; number++) {
            record(of("run", cost(number, "0.001")));
        }

        assertThat(read("run").inclusive().totals().spend()).isEqualTo(UsdAmount.of("1.203"));
        assertThat(read).hasSize(1_203).doesNotHaveDuplicates();
    }

    @Test
    void anIdOfARequestAndOfASessionIsBothAndCountsNothingTwice() {
        record(
                of("same", cost(1, "1")),
                cost(2, "2").toBuilder().with(Lineage.ofSession("same")).build(),
                cost(3, "4").toBuilder()
                        .with(Lineage.ofSession("same").withRequest("same"))
                        .build());

        Run run = read("same");

        assertThat(run.kinds()).isEqualTo(Set.of(Dimension.REQUEST, Dimension.SESSION));
        assertThat(run.inclusive().totals().spend()).isEqualTo(UsdAmount.of("7"));
        assertThat(read).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void charactersOfPatternsInAnIdAreLiteral() {
        record(of("!*", cost(1, "1")), of("a", cost(2, "2")));

        assertThat(read("!*").inclusive().totals().spend()).isEqualTo(UsdAmount.of("1"));
    }

    @Test
    void unknownSpendIsCountedApart() {
        record(of("run", cost(1, "1")), of("run", silent(id(2))));

        assertThat(read("run").unknown()).isEqualTo(1);
        assertThat(read("run").inclusive().totals().requests()).isEqualTo(1);
    }

    @Test
    void anIdThatNoGenerationHasIsNeither() {
        assertThat(read("nothing").kinds()).isEmpty();
        assertThat(read("nothing").generations()).isZero();
    }

    @Test
    void saysHowManyIdsOfTheLedgerAreNotCollected() {
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        queue.track(Set.of(id(8), id(9)), AccountName.DEFAULT, CREATED);

        assertThat(
                        new ReadRun(
                                        new InMemoryGenerationReader(ledger),
                                        new InMemorySpendReader(ledger, queue))
                                .read("run", Optional.empty(), row -> {})
                                .uncollected())
                .isEqualTo(new Uncollected(2, 0, 0));
    }

    @Test
    void aRangeThatWasPrunedIsLeftOut() {
        record(
                of("run", createdAt(cost(1, "1"), CREATED)),
                of("run", createdAt(cost(2, "2"), CREATED.plusSeconds(10))));

        assertThat(read("run", Optional.of(CREATED.plusSeconds(5))).inclusive().totals().spend())
                .isEqualTo(UsdAmount.of("2"));
    }

    /** The inline usage of a parent includes its workers; its record is its own cost. */
    @Test
    void aParentAndItsWorkersCountOnceInEveryOrderOfTheirDocuments() {
        Generation parent = of("run", cost(1, "0.1"));
        List<Generation> documents =
                List.of(
                        inline(of("run", cost(1, "0.7"))),
                        parent,
                        of("run", cost(2, "0.2")),
                        of("run", cost(3, "0.2")),
                        of("run", cost(4, "0.2")));
        for (List<Generation> order : permutations(documents)) {
            ledger = new InMemoryLedger();
            boolean hasRecord = false;
            UsdAmount workers = UsdAmount.ZERO;
            for (Generation document : order) {
                record(document);
                hasRecord |= document.equals(parent);
                workers = document.id().equals(id(1)) ? workers : workers.plus(UsdAmount.of("0.2"));
                UsdAmount records = hasRecord ? workers.plus(UsdAmount.of("0.1")) : workers;

                assertThat(read("run").inclusive().totals().spend())
                        .as("%s", order)
                        .isEqualTo(records);
            }
            assertThat(read("run").provisional().totals().requests()).isZero();
            assertThat(sumBy(Dimension.REQUEST)).isEqualTo(UsdAmount.of("0.7"));
        }
    }

    private UsdAmount sumBy(Dimension dimension) {
        List<SpendRow> rows = new ArrayList<>();
        ledger.read(
                new SpendQuery(List.of(dimension), TimeRange.ALWAYS, ZoneOffset.UTC), rows::add);
        assertThat(rows).hasSize(1);
        return rows.get(0).totals().spend();
    }

    private static List<List<Generation>> permutations(List<Generation> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Generation>> permutations = new ArrayList<>();
        for (Generation first : all) {
            List<Generation> others = new ArrayList<>(all);
            others.remove(first);
            for (List<Generation> rest : permutations(others)) {
                List<Generation> whole = new ArrayList<>(List.of(first));
                whole.addAll(rest);
                permutations.add(whole);
            }
        }
        return permutations;
    }

    private void record(Generation... generations) {
        for (Generation generation : generations) {
            ledger.record(List.of(recording(generation)));
        }
    }

    private Run read(String run) {
        return read(run, Optional.empty());
    }

    private Run read(String run, Optional<Instant> prunedBefore) {
        read.clear();
        return new ReadRun(
                        new InMemoryGenerationReader(ledger),
                        new InMemorySpendReader(ledger, new InMemoryPendingGenerations(ledger)))
                .read(run, prunedBefore, row -> read.add(row.id()));
    }

    private static Generation cost(int number, String usage) {
        return costing(id(number), credits(usage));
    }

    private static Generation of(String request, Generation generation) {
        return generation.toBuilder().with(Lineage.UNREPORTED.withRequest(request)).build();
    }
}
