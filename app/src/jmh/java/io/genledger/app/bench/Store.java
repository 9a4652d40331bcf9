package io.genledger.app.bench;

import io.genledger.app.Application;
import io.genledger.app.LedgerAddress;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryRefreshQueue;
import io.genledger.ports.usecase.collect.CollectGenerations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An empty ledger and its queue, for one collection. */
interface Store extends AutoCloseable {

    void track(Set<GenerationId> ids);

    CollectGenerations collecting(GenerationSource source, RateLimiter limiter);

    @Override
    void close() throws IOException;

    /** Opens a store. */
    interface Opener {
        Store open() throws IOException;
    }

    /** The fakes of the test kit. */
    static Store inMemory() {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        return new Store() {
            @Override
            public void track(Set<GenerationId> ids) {
                queue.track(ids, Instant.now());
            }

            @Override
            public CollectGenerations collecting(GenerationSource source, RateLimiter limiter) {
                return new CollectGenerations(
                        queue,
                        new InMemoryRefreshQueue(ledger, queue),
                        source,
                        Application.decoder(),
                        limiter,
                        Application.runtime());
            }

            @Override
            public void close() {}
        };
    }

    /** A new SQLite file. */
    static Store inFile() throws IOException {
        Path folder = Files.createTempDirectory("genledger-speed-");
        Application application =
                LedgerAddress.of(folder.resolve("ledger.db")).open(Application.runtime());
        return new Store() {
            @Override
            public void track(Set<GenerationId> ids) {
                application.trackGenerations(AccountName.DEFAULT).track(ids);
            }

            @Override
            public CollectGenerations collecting(GenerationSource source, RateLimiter limiter) {
                return application.collectGenerations(source, limiter);
            }

            @Override
            public void close() throws IOException {
                application.close();
                try (var files = Files.list(folder)) {
                    for (Path file : List.copyOf(files.toList())) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        };
    }
}
