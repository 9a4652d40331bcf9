package io.genledger.ports.usecase.track;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.ports.ledger.LedgerUnavailableException;
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
import org.junit.jupiter.api.Test;

class FollowTextsTest {

    private final InMemoryPendingGenerations pending =
            new InMemoryPendingGenerations(new InMemoryLedger());
    private final InMemoryTailPositions positions = new InMemoryTailPositions();
    private final StopSignal stop = new StopSignal();
    private final List<String> told = new ArrayList<>();
    private Instant now = NOW;
    private int waitsLeft = 5;

    @Test
    void tracksWhatATextNamesAndNotesHowFarItCame() {
        follow(positions, new Script("a", "id=" + id(1) + "\n", "nothing here\n", id(2) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(positions.find("a")).map(TailPosition::offset).contains(3L);
        assertThat(told)
                .startsWith("a BEGUN", "a Tracked[added=1, pending=0, kept=0, ended=0]")
                .contains("waits");
    }

    @Test
    void followsManyTextsAtOnce() {
        follow(
                positions,
                new Script("a", id(1) + "\n"),
                new Script("b", id(2) + "\n", id(1) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(told).contains("b Tracked[added=0, pending=1, kept=0, ended=0]");
    }

    @Test
    void looksTwiceASecondWhenNothingIsAdded() {
        follow(positions, new Script("a"));

        assertThat(Duration.between(NOW, now)).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void notesNoPositionBeforeTheIdsAreDurable() {
        List<String> order = new ArrayList<>();
        TailPositions noting =
                new TailPositions() {
                    @Override
                    public Optional<TailPosition> find(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public void note(TailPosition position) {
                        order.add("noted with %d tracked".formatted(pending.backlog(now).due()));
                        throw new LedgerUnavailableException("disk full", null);
                    }
                };

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> follow(noting, new Script("a", id(1) + "\n")));
        assertThat(order).containsExactly("noted with 1 tracked");
    }

    @Test
    void waitsWhileOthersUseTheLedgerAndPassesNothingOver() {
        TailPositions busy =
                new TailPositions() {
                    private int left = 3;

                    @Override
                    public Optional<TailPosition> find(String name) {
                        return positions.find(name);
                    }

                    @Override
                    public void note(TailPosition position) {
                        if (left-- > 0) {
                            throw LedgerUnavailableException.transientFailure("busy", null);
                        }
                        positions.note(position);
                    }
                };
        follow(busy, new Script("a", id(1) + "\n", id(2) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(positions.find("a")).map(TailPosition::offset).contains(2L);
        assertThat(told).filteredOn("busy"::equals).as("not each time").hasSize(1);
    }

    @Test
    void aTextThatCannotBeReadKeepsNobodyFromTheOthers() {
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
        assertThat(told)
                .filteredOn(line -> line.startsWith("broken"))
                .containsExactly("broken unreadable: no permission", "broken readable");
    }

    @Test
    void aRequestToEndEndsIt() {
        stop.requestDrain();
        follow(positions, new Script("a", id(1) + "\n"));

        assertThat(told).isEmpty();
    }

    private void follow(TailPositions noting, TailedText... texts) {
        RunEnvironment machine =
                new RunEnvironment(
                        () -> now,
                        () -> now,
                        Runnable::run,
                        (signal, atMost) -> {
                            now = now.plus(atMost);
                            if (--waitsLeft == 0) {
                                stop.request();
                            }
                            return false;
                        },
                        new Random(1));
        new FollowTexts(pending, noting, machine).follow(List.of(texts), new Listener(), stop);
    }

    private final class Listener implements FollowListener {

        @Override
        public void changed(String name, Change turn) {
            told.add(name + " " + turn);
        }

        @Override
        public void tracked(String name, Tracked tracked) {
            told.add(name + " " + tracked);
        }

        @Override
        public void unreadable(String name, IOException why) {
            told.add(name + " unreadable: " + why.getMessage());
        }

        @Override
        public void readable(String name) {
            told.add(name + " readable");
        }

        @Override
        public void ledgerUnavailable(String reason) {
            told.add(reason);
        }

        @Override
        public void waits() {
            told.add("waits");
        }
    }

    /** A text that grows by one piece each time that somebody looks. */
    private static final class Script implements TailedText {

        private final String name;
        private final List<String> pieces;
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
            Change turn = read == 0 ? Change.STARTED : Change.CONTINUED;
            read++;
            TailPosition after =
                    new TailPosition(name, Optional.empty(), "", 0, read, Instant.EPOCH);
            return Optional.of(new Piece(turn, text, after));
        }
    }
}
