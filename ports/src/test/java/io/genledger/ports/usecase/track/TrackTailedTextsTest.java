package io.genledger.ports.usecase.track;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryTailPositions;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackTailedTextsTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");

    private static final Event IDLE = new Event("", "idle");

    private final InMemoryPendingGenerations pending =
            new InMemoryPendingGenerations(new InMemoryLedger());
    private final InMemoryTailPositions positions = new InMemoryTailPositions();
    private final StopSignal stop = new StopSignal();
    private final List<Event> events = new ArrayList<>();
    private AccountName account = AccountName.DEFAULT;
    private Instant now = NOW;
    private int looksLeft = 5;

    @Test
    void tracksIdsAndSavesTheOffset() {
        follow(positions, new Script("a", "id=" + id(1) + "\n", "nothing here\n", id(2) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(positions.find("a")).map(TailPosition::offset).contains(3L);
        assertThat(events)
                .startsWith(new Event("a", Change.STARTED), new Event("a", new Tracked(1, 0, 0, 0)))
                .contains(IDLE);
    }

    @Test
    void tracksIdsOfItsAccount() {
        account = new AccountName("acme");
        follow(positions, new Script("a", id(1) + "\n"));

        assertThat(pending.claim(1, now, Duration.ofMinutes(1)))
                .extracting(Claim::account)
                .containsExactly(account);
    }

    @Test
    void tailsSeveralTexts() {
        follow(
                positions,
                new Script("a", id(1) + "\n"),
                new Script("b", id(2) + "\n", id(1) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(events).contains(new Event("b", new Tracked(0, 1, 0, 0)));
    }

    @Test
    void looksTwiceASecondWhenNoTextGrows() {
        follow(positions, new Script("a"));

        assertThat(Duration.between(NOW, now)).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void savesNoOffsetBeforeTheIdsAreDurable() {
        List<Long> tracked = new ArrayList<>();
        TailPositions saving =
                new TailPositions() {
                    @Override
                    public Optional<TailPosition> find(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public void save(TailPosition position) {
                        tracked.add(pending.backlog(now).due());
                        throw new LedgerUnavailableException("disk full", null);
                    }
                };

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> follow(saving, new Script("a", id(1) + "\n")));
        assertThat(tracked).containsExactly(1L);
    }

    @Test
    void waitsWhileTheLedgerIsUnavailableAndLosesNoId() {
        TailPositions busy =
                new TailPositions() {
                    private int left = 3;

                    @Override
                    public Optional<TailPosition> find(String name) {
                        return positions.find(name);
                    }

                    @Override
                    public void save(TailPosition position) {
                        if (left-- > 0) {
                            throw LedgerUnavailableException.transientFailure("busy", null);
                        }
                        positions.save(position);
                    }
                };
        follow(busy, new Script("a", id(1) + "\n", id(2) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(positions.find("a")).map(TailPosition::offset).contains(2L);
        assertThat(events).as("once").containsOnlyOnce(new Event("", "busy"));
    }

    @Test
    void anUnreadableTextDoesNotDelayTheOthers() {
        TailedText broken =
                new TailedText() {
                    private int looks;

                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public Optional<Piece> next() throws IOException {
                        looks++;
                        if (looks < 4) {
                            throw new IOException("no permission");
                        }
                        return Optional.empty();
                    }
                };
        follow(positions, broken, new Script("a", id(1) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(1);
        assertThat(events)
                .filteredOn(event -> event.name().equals("broken"))
                .containsExactly(
                        new Event("broken", "no permission"), new Event("broken", "readable"));
    }

    @Test
    void theSummaryCountsOverAllTexts() {
        TailSummary summary =
                follow(
                        positions,
                        new Script("a", id(1) + "\n", id(2) + "\n"),
                        new Script("b", id(2) + "\n"));

        assertThat(summary).isEqualTo(new TailSummary(new Tracked(2, 1, 0, 0), 0, Set.of()));
        assertThat(summary.isComplete()).isTrue();
    }

    @Test
    void theSummaryCountsLosses() {
        Script lost = new Script("a", id(1) + "\n");
        lost.first = Change.LOST;
        TailSummary summary = follow(positions, lost);

        assertThat(summary).isEqualTo(new TailSummary(new Tracked(1, 0, 0, 0), 1, Set.of()));
        assertThat(summary.isComplete()).isFalse();
    }

    @Test
    void theSummaryNamesUnreadableTexts() {
        TailedText unreadable =
                new TailedText() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public Optional<Piece> next() throws IOException {
                        throw new IOException("no permission");
                    }
                };
        TailSummary summary = follow(positions, unreadable);

        assertThat(summary).isEqualTo(new TailSummary(Tracked.NOTHING, 0, Set.of("broken")));
        assertThat(summary.isComplete()).isFalse();
    }

    @Test
    void aDrainEndsTheRun() {
        stop.requestDrain();
        follow(positions, new Script("a", id(1) + "\n"));

        assertThat(events).isEmpty();
    }

    private TailSummary follow(TailPositions saving, TailedText... texts) {
        RunEnvironment runtime =
                new RunEnvironment(
                        () -> now,
                        () -> now,
                        Runnable::run,
                        (signal, atMost) -> {
                            now = now.plus(atMost);
                            if (--looksLeft == 0) {
                                stop.request();
                            }
                            return false;
                        },
                        new Random(1));
        return new TrackTailedTexts(pending, account, saving, runtime)
                .follow(List.of(texts), new Listener(), stop);
    }

    /** An event that the listener received; the name is empty where it concerns no text. */
    private record Event(String name, Object what) {}

    private final class Listener implements TailListener {

        @Override
        public void changed(String name, Change change) {
            events.add(new Event(name, change));
        }

        @Override
        public void tracked(String name, Tracked tracked) {
            events.add(new Event(name, tracked));
        }

        @Override
        public void unreadable(String name, IOException failure) {
            events.add(new Event(name, String.valueOf(failure.getMessage())));
        }

        @Override
        public void readable(String name) {
            events.add(new Event(name, "readable"));
        }

        @Override
        public void ledgerUnavailable(String reason) {
            events.add(new Event("", reason));
        }

        @Override
        public void idle() {
            events.add(IDLE);
        }
    }

    /** A text that grows by one piece at each read. */
    private static final class Script implements TailedText {

        private final String name;
        private final List<String> pieces;
        private Change first = Change.STARTED;
        private int read;

        Script(String name, String... pieces) {
            this.name = name;
            this.pieces = List.of(pieces);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Piece> next() {
            if (read == pieces.size()) {
                return Optional.empty();
            }
            String text = pieces.get(read);
            Change change = read == 0 ? first : Change.CONTINUED;
            read++;
            TailPosition after = new TailPosition(name, "", read, 0, Instant.EPOCH);
            return Optional.of(new Piece(change, text, after));
        }
    }
}
