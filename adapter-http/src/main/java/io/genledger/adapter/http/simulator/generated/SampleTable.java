package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.chance.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Real generations to draw from: a model as often as it was recorded, then one of twenty that stand
 * for its cheap and its dear ones.
 */
final class SampleTable {

    static final SampleTable RECORDED = new SampleTable();

    /** A sample's completion is drawn to be longer or shorter by up to this part of itself. */
    private static final int SPREAD = 20;

    private final NavigableMap<Integer, List<Sample>> byRank = new TreeMap<>();
    private final int recorded;

    private SampleTable() {
        Map<String, List<List<String>>> rows =
                Table.rows(SampleTable.class, "generations.tsv").stream()
                        .collect(Collectors.groupingBy(cells -> cells.get(0)));
        int rank = 0;
        for (List<String> cells : Table.rows(SampleTable.class, "models.tsv")) {
            List<Sample> samples = new ArrayList<>();
            Sample.Model model = model(cells);
            rows.getOrDefault(model.slug(), List.of())
                    .forEach(row -> samples.add(Sample.of(model, row)));
            byRank.put(rank, List.copyOf(samples));
            rank += Integer.parseInt(cells.get(2));
        }
        recorded = rank;
    }

    private static Sample.Model model(List<String> cells) {
        return new Sample.Model(
                cells.get(0), cells.get(1), Usd.pico(cells.get(3)), Usd.pico(cells.get(4)));
    }

    Sample drawn(RandomGenerator chance) {
        List<Sample> samples = byRank.floorEntry(chance.nextInt(recorded)).getValue();
        Sample sample = samples.get(chance.nextInt(samples.size()));
        long most = sample.completion() / SPREAD;
        // What was not billed as counted stays as it was recorded.
        return sample.cost() == 0
                ? sample
                : sample.withMoreCompletion(chance.nextLong(-most, most + 1));
    }
}
