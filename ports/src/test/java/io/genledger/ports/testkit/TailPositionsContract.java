package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The contract of {@link TailPositions}. */
public abstract class TailPositionsContract {

    private static final Instant AT = Instant.parse("2025-08-20T08:02:07.123456Z");
    private static final String INODE = "(dev=fe00,inode=42)";

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
                new TailPosition("/var/log/app.log", INODE, Long.MAX_VALUE, 0xffff_ffffL, AT);
        positions.save(position);

        assertThat(positions.find("/var/log/app.log")).contains(position);
    }

    @Test
    void savesTheLastPositionOnly() {
        TailPositions positions = noPositions();
        positions.save(new TailPosition("a", INODE, 500, 10, AT));
        TailPosition last = new TailPosition("a", "(dev=fe00,inode=43)", 3, 11, AT.plusSeconds(1));
        positions.save(last);

        assertThat(positions.find("a")).contains(last);
    }

    @Test
    void keepsTextsApart() {
        TailPositions positions = noPositions();
        TailPosition one = new TailPosition("a", INODE, 500, 10, AT);
        TailPosition other = new TailPosition("A", INODE, 600, 10, AT);
        positions.save(one);
        positions.save(other);

        assertThat(positions.find("a")).contains(one);
        assertThat(positions.find("A")).contains(other);
    }
}
