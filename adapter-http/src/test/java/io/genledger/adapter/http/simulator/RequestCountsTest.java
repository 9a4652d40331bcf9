package io.genledger.adapter.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RequestCountsTest {

    private static final int THREADS = 4;
    private static final int EACH = 50_000;
    private static final int IDS = 5_000;
    private static final String ID = "gen-1";

    private final RequestCounts counts = new RequestCounts();

    @Test
    void noRequestIsLostBetweenThreads() {
        Map<String, Integer> expected = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                threads.execute(() -> {
                    for (int i = 0; i < EACH; i++) {
                        String id = "gen-" + random.nextInt(IDS);
                        counts.done(counts.askedFor(id));
                        expected.merge(id, 1, Integer::sum);
                    }
                });
            }
        }

        assertThat(counts.ids()).isEqualTo(expected.size());
        expected.forEach((id, times) -> assertThat(counts.of(id)).as(id).isEqualTo(times));
        assertThat(counts.mostForOneId())
                .isEqualTo(expected.values().stream().mapToInt(i -> i).max().orElseThrow());
        assertThat(counts.askedFor("gen-last").number()).isEqualTo((long) THREADS * EACH + 1);
    }

    @Test
    void twoAtOnceForOneIdAreAClash() {
        RequestCounts.Ticket first = counts.askedFor("gen-1");
        counts.askedFor("gen-2");
        assertThat(counts.clashes()).isZero();

        RequestCounts.Ticket second = counts.askedFor("gen-1");
        assertThat(counts.clashes()).isEqualTo(1);
        assertThat(counts.clashedIds()).containsExactly("gen-1");

        counts.done(first);
        counts.done(second);
        counts.done(counts.askedFor("gen-1"));
        assertThat(counts.clashes()).isEqualTo(1);
    }

    @Test
    void namesNoMoreThanAHundredClashes() {
        for (int i = 0; i < 150; i++) {
            counts.askedFor("gen-" + i);
            counts.askedFor("gen-" + i);
        }

        assertThat(counts.clashes()).isEqualTo(150);
        assertThat(counts.clashedIds()).hasSize(100);
    }

    @Test
    void answersAreCountedByStatus() {
        last(Reply.error(404));
        last(Reply.error(404).after(Duration.ofHours(1)));
        last(Reply.document(new byte[3]));
        last(Reply.document(new byte[3]).truncatedAfter(1));
        last(Reply.reset());

        assertThat(counts.answers()).isEqualTo(Map.of(200, 1L, 404, 2L));
        assertThat(counts.broken()).isEqualTo(2);
    }

    @Test
    void aLostAnswerIsBrokenOffOnce() {
        Exchange before = exchange(Reply.error(404));
        before.lost();
        before.last();
        before.lost();
        Exchange within = exchange(Reply.error(404));
        within.last();
        within.last();
        within.lost();

        assertThat(counts.answers()).isEmpty();
        assertThat(counts.broken()).isEqualTo(2);
        assertThat(counts.onTheirWay(ID)).isZero();
    }

    private void last(Reply reply) {
        exchange(reply).last();
    }

    private Exchange exchange(Reply reply) {
        return new Exchange(counts, Optional.of(counts.askedFor(ID)), reply.delivery());
    }
}
