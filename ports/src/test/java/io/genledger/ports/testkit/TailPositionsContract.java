package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link TailPositions} promises. */
public abstract class TailPositionsContract {

    private static final Instant AT = Instant.parse("2025-08-20T08:02:07.123456Z");
    private static final Optional<String> INODE = Optional.of("(dev=fe00,inode=42)");

    /** One that remembers nothing yet. */
    protected abstract TailPositions nothingFollowed();

    @Test
    void knowsNothingOfANewText() {
        assertThat(nothingFollowed().find("/var/log/app.log")).isEmpty();
    }

    @Test
    void remembersEveryPartOfAPosition() {
        TailPositions texts = nothingFollowed();
        TailPosition position =
                new TailPosition("/var/log/app.log", INODE, "00ff", 1024, Long.MAX_VALUE, AT);
        texts.note(position);

        assertThat(texts.find("/var/log/app.log")).contains(position);
    }

    @Test
    void remembersTheLastPositionOnly() {
        TailPositions texts = nothingFollowed();
        texts.note(new TailPosition("a", INODE, "00ff", 10, 500, AT));
        TailPosition last = new TailPosition("a", Optional.empty(), "11ee", 3, 3, AT);
        texts.note(last);

        assertThat(texts.find("a")).contains(last);
    }

    @Test
    void keepsTextsApart() {
        TailPositions texts = nothingFollowed();
        TailPosition one = new TailPosition("a", INODE, "00ff", 10, 500, AT);
        TailPosition other = new TailPosition("A", INODE, "00ff", 10, 600, AT);
        texts.note(one);
        texts.note(other);

        assertThat(texts.find("a")).contains(one);
        assertThat(texts.find("A")).contains(other);
    }
}
