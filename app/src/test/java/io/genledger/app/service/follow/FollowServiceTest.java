package io.genledger.app.service.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.logtail.LogFile;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.view.health.FollowedFilesView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryTailPositions;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.track.TrackTailedTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A follower on the thread of the test; each wait lets its time pass. */
class FollowServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ID = "gen-1755676927-AAAAAAAAAAAAAAAAAAAA";

    @TempDir private Path folder;
    private final InMemoryPendingGenerations queue =
            new InMemoryPendingGenerations(new InMemoryLedger());
    private final InMemoryTailPositions positions = new InMemoryTailPositions();
    private final List<ServiceEvent> events = new ArrayList<>();
    private final List<FollowedFilesView> states = new ArrayList<>();
    private Instant now = NOW;
    private Instant failsUntil = NOW;
    private Optional<FollowService> service = Optional.empty();
    private final RunEnvironment runtime =
            new RunEnvironment(
                    () -> now, () -> now, Runnable::run, this::letTimePass, new Random(1));

    @Test
    void tracksTheIdsOfAFileUntilItIsStopped() throws IOException {
        FollowedFilesView state = follow(Files.writeString(folder.resolve("app.log"), ID + "\n"));

        assertThat(state.tracked().added()).isEqualTo(1);
        assertThat(state.lastTracked()).contains(NOW);
        assertThat(state.failure()).isEmpty();
        assertThat(queue.backlog(now).due()).isEqualTo(1);
        assertThat(names()).containsExactly("started", "opened", "counts", "stopped");
    }

    @Test
    void namesAFileThatDoesNotExistYet() {
        FollowedFilesView state = follow(folder.resolve("none.log"));

        assertThat(state.files()).containsExactly(folder.resolve("none.log").toString());
        assertThat(state.unreadable())
                .containsEntry(folder.resolve("none.log").toString(), "it does not exist yet");
        assertThat(names()).contains("missing");
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Path log = Files.createDirectory(folder.resolve("app.log"));

        assertThat(follow(log).unreadable()).containsKey(log.toString());
        assertThat(names()).contains("unreadable");
    }

    @Test
    void startsAgainAtTheStoredPositionWhenTheLedgerFails() throws IOException {
        failsUntil = NOW.plusSeconds(2);
        FollowedFilesView state = follow(Files.writeString(folder.resolve("app.log"), ID + "\n"));

        assertThat(states.get(0).failure()).contains("the disk is full");
        assertThat(states.get(0).nextStart()).contains(NOW.plusSeconds(1));
        assertThat(state.failure()).isEmpty();
        assertThat(state.tracked().added()).isEqualTo(1);
        assertThat(names()).contains("failed");
    }

    private FollowedFilesView follow(Path file) {
        FollowService following =
                new FollowService(
                        List.of(file),
                        path -> new LogFile(path, positions::find),
                        new TrackTailedTexts(
                                new Failing(), AccountName.DEFAULT, positions, runtime),
                        runtime,
                        String::valueOf,
                        events::add);
        service = Optional.of(following);
        following.run();
        return following.state();
    }

    /** A queue that cannot be written for some time. */
    private final class Failing implements PendingGenerations {

        @Override
        public Tracked track(Set<GenerationId> ids, AccountName account, Instant at) {
            if (now.isBefore(failsUntil)) {
                throw new LedgerUnavailableException("the disk is full", null);
            }
            return queue.track(ids, account, at);
        }

        @Override
        public Backlog backlog(Instant at) {
            return queue.backlog(at);
        }
    }

    private boolean letTimePass(Semaphore signal, Duration atMost) {
        FollowService following = service.orElseThrow();
        states.add(following.state());
        now = now.plus(atMost);
        if (!now.isBefore(NOW.plus(Duration.ofSeconds(90)))) {
            following.requestDrain();
        }
        return signal.tryAcquire();
    }

    private List<String> names() {
        return events.stream().map(ServiceEvent::name).distinct().toList();
    }
}
