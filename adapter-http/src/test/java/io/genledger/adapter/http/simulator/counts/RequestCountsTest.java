package io.genledger.adapter.http.simulator.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.reply.Response;
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

    private final RequestTracker tracker = new RequestTracker();
    private final RequestCounts counts = tracker.counts();

    @Test
    void concurrentRequestsAreAllCounted() {
        Map<String, Integer> expected = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                threads.execute(() -> {
                    for (int i = 0; i < EACH; i++) {
                        String id = "gen-" + random.nextInt(IDS);
                        tracker.arrived(id).end(Optional.empty());
                        expected.merge(id, 1, Integer::sum);
                    }
                });
            }
        }

        assertThat(counts.ids()).isEqualTo(expected.size());
        expected.forEach((id, times) -> assertThat(counts.of(id)).as(id).isEqualTo(times));
        assertThat(counts.mostForOneId())
                .isEqualTo(expected.values().stream().mapToInt(i -> i).max().orElseThrow());
        assertThat(tracker.arrived("gen-last").number()).isEqualTo((long) THREADS * EACH + 1);
    }

    @Test
    void twoRequestsUnderWayForOneIdAreAClash() {
        Exchange first = tracker.arrived("gen-1");
        tracker.arrived("gen-2");
        assertThat(counts.clashes()).isZero();

        Exchange second = tracker.arrived("gen-1");
        assertThat(counts.clashes()).isEqualTo(1);
        assertThat(counts.clashedIds()).containsExactly("gen-1");

        first.end(Optional.empty());
        second.end(Optional.empty());
        tracker.arrived("gen-1").end(Optional.empty());
        assertThat(counts.clashes()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstHundredClashedIds() {
        for (int i = 0; i < 150; i++) {
            tracker.arrived("gen-" + i);
            tracker.arrived("gen-" + i);
        }

        assertThat(counts.clashes()).isEqualTo(150);
        assertThat(counts.clashedIds()).hasSize(100);
    }

    @Test
    void responsesAreCountedByStatus() {
        end(Reply.error(404));
        end(Reply.error(404).after(Duration.ofHours(1)));
        end(Reply.document(new byte[3]));
        end(Reply.document(new byte[3]).truncatedAfter(1));
        end(Reply.reset());

        assertThat(counts.responses()).isEqualTo(Map.of(200, 1L, 404, 2L));
        assertThat(counts.broken()).isEqualTo(2);
    }

    @Test
    void aLostResponseIsBrokenOnce() {
        Optional<Response> complete = Optional.of(Reply.error(404));
        Exchange before = tracker.arrived(ID);
        before.lose();
        before.end(complete);
        before.lose();
        Exchange within = tracker.arrived(ID);
        within.end(complete);
        within.end(complete);
        within.lose();

        assertThat(counts.responses()).isEmpty();
        assertThat(counts.broken()).isEqualTo(2);
        assertThat(counts.underWay(ID)).isZero();
    }

    @Test
    void aLostResponseLeavesTheOthersOfItsStatus() {
        end(Reply.error(404));
        Exchange lost = tracker.arrived(ID);
        lost.end(Optional.of(Reply.error(404)));
        lost.lose();

        assertThat(counts.responses()).isEqualTo(Map.of(404, 1L));
        assertThat(counts.broken()).isEqualTo(1);
    }

    @Test
    void aRequestWithoutAnIdIsCountedInTotalOnly() {
        Exchange exchange = tracker.arrivedWithoutId();
        exchange.end(Optional.of(Reply.error(400)));

        assertThat(exchange.nth()).isZero();
        assertThat(counts.total()).isEqualTo(1);
        assertThat(counts.ids()).isZero();
        assertThat(counts.responses()).isEqualTo(Map.of(400, 1L));
        assertThat(tracker.arrived(ID).number()).isEqualTo(1);
    }

    private void end(Reply reply) {
        tracker.arrived(ID).end(reply.delivery().completeResponse());
    }
}
