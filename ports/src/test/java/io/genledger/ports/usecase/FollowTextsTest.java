package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.CollectRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.ports.FollowedTexts;
import io.genledger.ports.GrowingText;
import io.genledger.ports.GrowingText.Turn;
import io.genledger.ports.LedgerUnavailableException;
import io.genledger.ports.PendingGenerations.Tracked;
import io.genledger.ports.TextPosition;
import io.genledger.ports.testkit.InMemoryFollowedTexts;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
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
    private final InMemoryFollowedTexts positions = new InMemoryFollowedTexts();
    private final StopSignal stop = new StopSignal();
    private final List<String> told = new ArrayList<>();
    private Instant now = NOW;
    private int waitsLeft = 5;

    @Test
    void tracksWhatATextNamesAndNotesHowFarItCame() {
        follow(positions, new Script("a", "id=" + id(1) + "\n", "nothing here\n", id(2) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(positions.find("a")).map(TextPosition::offset).contains(3L);
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
        FollowedTexts noting =
                new FollowedTexts() {
                    @Override
                    public Optional<TextPosition> find(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public void note(TextPosition position) {
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
        FollowedTexts busy =
                new FollowedTexts() {
                    private int left = 3;

                    @Override
                    public Optional<TextPosition> find(String name) {
                        return positions.find(name);
                    }

                    @Override
                    public void note(TextPosition position) {
                        if (left-- > 0) {
                            throw LedgerUnavailableException.forNow("busy", null);
                        }
                        positions.note(position);
                    }
                };
        follow(busy, new Script("a", id(1) + "\n", id(2) + "\n"));

        assertThat(pending.backlog(now).due()).isEqualTo(2);
        assertThat(positions.find("a")).map(TextPosition::offset).contains(2L);
        assertThat(told).filteredOn("busy"::equals).as("not each time").hasSize(1);
    }

    @Test
    void aTextThatCannotBeReadKeepsNobodyFromTheOthers() {
        GrowingText broken =
                new GrowingText() {
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

    private void follow(FollowedTexts noting, GrowingText... texts) {
        Machine machine =
                new Machine(
                        () -> now,
                        () -> now,
                        Runnable::run,
                        (bell, atMost) -> {
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
        public void turned(String name, Turn turn) {
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
        public void waitsForLedger(String reason) {
            told.add(reason);
        }

        @Override
        public void waits() {
            told.add("waits");
        }
    }

    /** A text that grows by one piece each time that somebody looks. */
    private static final class Script implements GrowingText {

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
            Turn turn = read == 0 ? Turn.BEGUN : Turn.CONTINUED;
            read++;
            TextPosition after =
                    new TextPosition(name, Optional.empty(), "", 0, read, Instant.EPOCH);
            return Optional.of(new Piece(turn, text, after));
        }
    }
}
