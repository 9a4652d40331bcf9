package io.genledger.adapter.sql.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.LedgerServers;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A parent, whose inline usage includes what its workers cost, then its record of its own cost, and
 * three workers' records of the same request: in any order, nothing is counted twice.
 */
class WorkersTest {

    private static final int WORKERS = 3;

    /**
     * Of an amount for the parent and of 1, 2 and 4 for the workers, so that each sum is another.
     */
    private static final BigDecimal OWN = BigDecimal.valueOf(8);

    private static final BigDecimal ALL = BigDecimal.valueOf(15);

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Test
    void countOnceInAFile(@TempDir Path folder) throws IOException {
        feedInEveryOrder(files.emptyIn(folder));
    }

    @Test
    void countOnceOnAServer() throws IOException {
        feedInEveryOrder(servers.empty());
    }

    private static void feedInEveryOrder(LedgerDatabase database) throws IOException {
        List<List<Integer>> orders = new ArrayList<>();
        permute(List.of(), 2 + WORKERS, orders);
        Random random = new Random(3);
        Feed feed = new Feed(database);
        List<String> requests = new ArrayList<>();
        for (List<Integer> order : orders) {
            String request = "req-" + requests.size();
            List<String> documents = documents(request, random);
            for (int document : order) {
                feed.importFiles(new ArrayList<>(List.of(documents.get(document))));
            }
            requests.add(request);
        }

        assertThat(requests).hasSize(120);
        expect(database, Dimension.REQUEST, requests, UnaryOperator.identity());
        expect(database, Dimension.SESSION, requests, request -> "session of " + request);
        Figures.verify(database);
    }

    private static void permute(List<Integer> begun, int length, List<List<Integer>> orders) {
        if (begun.size() == length) {
            orders.add(begun);
        }
        for (int next = 0; next < length; next++) {
            if (!begun.contains(next)) {
                List<Integer> longer = new ArrayList<>(begun);
                longer.add(next);
                permute(longer, length, orders);
            }
        }
    }

    /** The parent's completion, its record and the records of its workers. */
    private static List<String> documents(String request, Random random) {
        Call parent = call(random, ALL);
        List<String> documents = new ArrayList<>();
        documents.add(Wording.CHAT_BODY.of(parent));
        documents.add(Wording.record(withCredits(parent, OWN), Optional.of(request)));
        for (int i = 0; i < WORKERS; i++) {
            Call worker = call(random, BigDecimal.valueOf(1L << i));
            documents.add(Wording.record(worker, Optional.of(request)));
        }
        return documents;
    }

    private static Call call(Random random, BigDecimal credits) {
        Instant created = Instant.parse("2026-11-01T00:00:00Z");
        GenerationId id = Call.id(random, created);
        return new Call(
                id, created, "a/b", "P", false, credits, BigDecimal.ZERO, 1_000, 100, 10, 10);
    }

    private static Call withCredits(Call call, BigDecimal credits) {
        return new Call(
                call.id(),
                call.created(),
                call.model(),
                call.provider(),
                call.isByok(),
                credits,
                call.upstream(),
                call.prompt(),
                call.completion(),
                call.reasoning(),
                call.cached());
    }

    private static void expect(
            LedgerDatabase database,
            Dimension dimension,
            List<String> requests,
            UnaryOperator<String> text) {
        List<SpendRow> rows =
                Figures.sums(database, List.of(dimension), TimeRange.ALWAYS, ZoneOffset.UTC);
        assertThat(rows)
                .extracting(row -> row.group().get(0).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(requests.stream().map(text).toList());
        assertThat(rows)
                .allSatisfy(row -> {
                    assertThat(row.totals().requests()).isEqualTo(1 + WORKERS);
                    assertThat(row.totals().spend().value()).isEqualByComparingTo(ALL);
                    assertThat(row.totals().provisional()).isZero();
                });
    }
}
