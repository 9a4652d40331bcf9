package io.genledger.adapter.http.simulator.chance;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The spans in which records were seen to become readable, each as likely as it was seen to be. */
record RecordedReadiness(List<RecordedReadiness.Span> spans) implements Timing {

    private static final int MILLION = 1_000_000;

    static final Timing TABLE =
            new RecordedReadiness(
                    Table.rows(RecordedReadiness.class, "readiness.tsv").stream()
                            .map(Span::of)
                            .toList());

    @Override
    public Duration drawn(RandomGenerator chance) {
        int rank = chance.nextInt(MILLION);
        Span span =
                spans.stream().filter(s -> rank < s.readyPerMillion()).findFirst().orElseThrow();
        return Duration.ofMillis(chance.nextInt(span.fromMillis(), span.toMillis()));
    }

    /** One line of the table. */
    record Span(int fromMillis, int toMillis, int readyPerMillion) {

        static Span of(List<String> cells) {
            return new Span(
                    Integer.parseInt(cells.get(0)),
                    Integer.parseInt(cells.get(1)),
                    Integer.parseInt(cells.get(2)));
        }
    }
}
