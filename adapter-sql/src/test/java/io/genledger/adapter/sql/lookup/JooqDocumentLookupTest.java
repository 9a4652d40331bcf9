package io.genledger.adapter.sql.lookup;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.document.Removal;
import io.genledger.ports.ledger.ArchivedRecord;
import io.genledger.ports.testkit.DocumentLookupContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqDocumentLookupTest extends DocumentLookupContract {

    private static final int REPORTS = 10;

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    protected LedgerDatabase emptyDatabase() {
        return files.emptyIn(folder);
    }

    @Override
    protected Fixture emptyFixture() {
        LedgerDatabase database = emptyDatabase();
        return new Fixture(database.documentLookup(), database.ledger());
    }

    @Test
    void aPrunedRecordIsFoundWithoutItsDocument() {
        LedgerDatabase database = emptyDatabase();
        database.ledger().record(List.of(recording(complete(id(1)))));
        ArchivedRecord before = database.documentLookup().find(id(1)).orElseThrow();
        database.pruning().prune(CREATED.plus(Duration.ofDays(1)));

        ArchivedRecord found = database.documentLookup().find(id(1)).orElseThrow();
        assertThat(found.removal()).contains(Removal.PRUNED);
        assertThat(found.bytes()).isEmpty();
        assertThat(found.entry()).isEqualTo(before.entry());
    }

    @Test
    void aLookUpWaitsForNoReport() throws Exception {
        LedgerDatabase database = emptyDatabase();
        database.ledger().record(List.of(recording(complete(id(1)))));
        ExecutorService threads = Executors.newFixedThreadPool(REPORTS);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(REPORTS - 2);
        try {
            List<Future<?>> reports = new ArrayList<>();
            for (int i = 0; i < REPORTS; i++) {
                reports.add(threads.submit(() -> report(database, begun, end)));
            }
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(database.documentLookup().find(id(1))).isPresent();
            end.countDown();
            for (Future<?> report : reports) {
                report.get();
            }
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
    }

    private static Void report(LedgerDatabase database, CountDownLatch begun, CountDownLatch end) {
        database.spend()
                .read(
                        new SpendQuery(List.of(Dimension.MODEL), TimeRange.ALWAYS, ZoneOffset.UTC),
                        row -> {
                            begun.countDown();
                            awaitUninterruptibly(end);
                        });
        return null;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
