package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.random.TsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Recorded generations to choose from at random: first a model, weighted by how often it was
 * recorded, then one of the twenty samples that represent the range of its costs.
 */
final class SampleTable {

    static final SampleTable RECORDED = new SampleTable();

    /** The completion is varied by at most a twentieth of its length. */
    private static final int SPREAD = 20;

    private final NavigableMap<Integer, List<Sample>> byRank = new TreeMap<>();
    private final int recorded;

    private SampleTable() {
        Map<String, List<List<String>>> rows =
                TsvTable.rows(SampleTable.class, "generations.tsv").stream()
                        .collect(Collectors.groupingBy(cells -> cells.get(0)));
        int rank = 0;
        for (List<String> cells : TsvTable.rows(SampleTable.class, "models.tsv")) {
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
                cells.get(0),
                cells.get(1),
                Picodollars.pico(cells.get(3)),
                Picodollars.pico(cells.get(4)));
    }

    Sample next(RandomGenerator random) {
        List<Sample> samples = byRank.floorEntry(random.nextInt(recorded)).getValue();
        Sample sample = samples.get(random.nextInt(samples.size()));
        long most = sample.completion() / SPREAD;
        // A sample without a cost was not billed by tokens, so its length stays as recorded.
        return sample.cost() == 0
                ? sample
                : sample.withMoreCompletion(random.nextLong(-most, most + 1));
    }
}
