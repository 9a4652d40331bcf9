package io.genledger.app.web;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;

import io.genledger.app.LakeQuestions;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.testkit.InMemoryGenerationReader;
import io.genledger.ports.testkit.InMemoryLedger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A lake of the ledgers eu and us in memory: one ledger with two accounts. Generation n of eu costs
 * n dollars, and the one of us 0.000000000001 dollars.
 */
public final class TwoLedgers implements LakeQuestions {

    private final InMemoryLedger all = new InMemoryLedger();

    /**
     * Each generation of eu is a day older than the one before.
     *
     * @param newest the time of the newest one
     */
    public TwoLedgers(Instant newest) {
        for (int day = 0; day < 3; day++) {
            record(
                    "eu",
                    createdAt(
                            costing(day + 1, (day + 1) + ""), newest.minusSeconds(86_400L * day)));
        }
        record("us", createdAt(costing(9, "0.000000000001"), newest.minusSeconds(1)));
    }

    private static Generation costing(int number, String usage) {
        return withCharges(
                servedBy(complete(id(number)), "a/model-" + number % 2, "P"), credits(usage));
    }

    private void record(String ledger, Generation generation) {
        Recording recording = recording(generation);
        var unused =
                all.record(
                        List.of(
                                new Recording(
                                        recording.entry(),
                                        recording.document(),
                                        new AccountName(ledger))));
    }

    @Override
    public SpendReader spend(boolean isFresh) {
        return new SpendReader() {
            @Override
            public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
                var unused =
                        all.read(
                                query.by(query.dimensions().stream().map(TwoLedgers::held).toList())
                                        .where(held(query.filters())),
                                rows);
                return Optional.empty();
            }

            @Override
            public boolean keepsSums(SpendQuery query) {
                return true;
            }
        };
    }

    @Override
    public GenerationReader generations(boolean isFresh) {
        InMemoryGenerationReader reader = new InMemoryGenerationReader(all);
        return new GenerationReader() {
            @Override
            public Optional<Instant> read(GenerationQuery query, Consumer<GenerationRow> rows) {
                return reader.read(
                        new GenerationQuery(
                                query.range(),
                                held(query.filters()),
                                query.order(),
                                query.after(),
                                query.limit()),
                        row -> rows.accept(ofLake(row)));
            }

            @Override
            public List<GenerationId> idsThatBeginWith(String beginning, int limit) {
                return reader.idsThatBeginWith(beginning, limit);
            }
        };
    }

    private static GenerationRow ofLake(GenerationRow row) {
        Map<Dimension, String> texts = new EnumMap<>(row.texts());
        texts.put(Dimension.LEDGER, row.texts().get(Dimension.ACCOUNT));
        return new GenerationRow(
                row.id(),
                row.created(),
                texts,
                row.totals(),
                row.latency(),
                row.generationTime(),
                row.findings());
    }

    private static Dimension held(Dimension dimension) {
        return dimension == Dimension.LEDGER ? Dimension.ACCOUNT : dimension;
    }

    private static List<GenerationFilter> held(List<GenerationFilter> filters) {
        return filters.stream()
                .<GenerationFilter>map(filter ->
                        filter instanceof DimensionFilter one
                                ? new DimensionFilter(held(one.dimension()), one.patterns())
                                : filter)
                .toList();
    }
}
