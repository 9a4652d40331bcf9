package io.genledger.adapter.http.simulator.random;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The recorded time until a record is readable: intervals with their recorded probability, uniform
 * within each interval.
 */
record RecordedReadiness(List<RecordedReadiness.Interval> intervals)
        implements DurationDistribution {

    private static final int MILLION = 1_000_000;

    static final DurationDistribution TABLE =
            new RecordedReadiness(
                    TsvTable.rows(RecordedReadiness.class, "readiness.tsv").stream()
                            .map(Interval::of)
                            .toList());

    @Override
    public Duration next(RandomGenerator random) {
        int rank = random.nextInt(MILLION);
        Interval interval =
                intervals.stream()
                        .filter(each -> rank < each.readyPerMillion())
                        .findFirst()
                        .orElseThrow();
        return Duration.ofMillis(random.nextInt(interval.fromMillis(), interval.toMillis()));
    }

    /**
     * One row of the table.
     *
     * @param fromMillis inclusive
     * @param toMillis exclusive
     * @param readyPerMillion the records that are readable by its end, per million
     */
    record Interval(int fromMillis, int toMillis, int readyPerMillion) {

        static Interval of(List<String> cells) {
            return new Interval(
                    Integer.parseInt(cells.get(0)),
                    Integer.parseInt(cells.get(1)),
                    Integer.parseInt(cells.get(2)));
        }
    }
}
