package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link TailPositions}. */
public abstract class TailPositionsContract {

    private static final Instant AT = Instant.parse("2025-08-20T08:02:07.123456Z");
    private static final Optional<String> INODE = Optional.of("(dev=fe00,inode=42)");

    /** A store without positions. */
    protected abstract TailPositions noPositions();

    @Test
    void hasNoPositionOfANewText() {
        assertThat(noPositions().find("/var/log/app.log")).isEmpty();
    }

    @Test
    void savesEveryPartOfAPosition() {
        TailPositions positions = noPositions();
        TailPosition position =
                new TailPosition("/var/log/app.log", INODE, "00ff", 1024, Long.MAX_VALUE, AT);
        positions.save(position);

        assertThat(positions.find("/var/log/app.log")).contains(position);
    }

    @Test
    void savesTheLastPositionOnly() {
        TailPositions positions = noPositions();
        positions.save(new TailPosition("a", INODE, "00ff", 10, 500, AT));
        TailPosition last = new TailPosition("a", Optional.empty(), "11ee", 3, 3, AT);
        positions.save(last);

        assertThat(positions.find("a")).contains(last);
    }

    @Test
    void keepsTextsApart() {
        TailPositions positions = noPositions();
        TailPosition one = new TailPosition("a", INODE, "00ff", 10, 500, AT);
        TailPosition other = new TailPosition("A", INODE, "00ff", 10, 600, AT);
        positions.save(one);
        positions.save(other);

        assertThat(positions.find("a")).contains(one);
        assertThat(positions.find("A")).contains(other);
    }
}
