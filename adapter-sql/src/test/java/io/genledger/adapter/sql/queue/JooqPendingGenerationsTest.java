package io.genledger.adapter.sql.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.testkit.PendingGenerationsContract;
import io.genledger.ports.testkit.QueueFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqPendingGenerationsTest extends PendingGenerationsContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected QueueFixture emptyFixture() {
        return files.emptyFixtureIn(folder);
    }

    @Test
    void tracksNothingWhenNothingIsGiven() {
        assertThat(emptyFixture().pending().track(Set.of(), Instant.EPOCH))
                .isEqualTo(new Tracked(0, 0, 0, 0));
    }
}
