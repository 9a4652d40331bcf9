package io.genledger.adapter.sql.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LookedUpCountTest {

    private static final int MANY = 100_000;

    private final AtomicLong now = new AtomicLong(-5);
    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger counts = new AtomicInteger();
    private final LookedUpCount count =
            new LookedUpCount(
                    () -> {
                        counts.incrementAndGet();
                        return committed.get();
                    },
                    now::get);

    private boolean add(int most) {
        boolean added = count.add(most);
        if (added) {
            count.written(true);
        }
        return added;
    }

    @Test
    void aLargeCountIsUsedForASecond() {
        committed.set(MANY);
        assertThat(add(MANY)).isFalse();
        committed.set(MANY - 1);
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(add(MANY)).isFalse();
        assertThat(counts).hasValue(1);

        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(add(MANY)).isTrue();
        assertThat(counts).hasValue(2);
    }

    @Test
    void addedIdsAreCountedAtOnce() {
        committed.set(MANY - 2);

        assertThat(add(MANY)).isTrue();
        assertThat(add(MANY)).isTrue();
        assertThat(add(MANY)).isFalse();
        assertThat(counts).hasValue(1);
    }

    @Test
    void aSmallCountIsUsedOnce() {
        assertThat(add(1)).isTrue();
        committed.set(1);
        assertThat(add(1)).isFalse();
        committed.set(0);
        assertThat(add(1)).isTrue();
    }

    @Test
    void anIdThatIsBeingWrittenTakesRoomUntilItFails() {
        assertThat(count.add(1)).isTrue();
        assertThat(count.add(1)).isFalse();
        count.written(false);

        assertThat(count.add(1)).isTrue();
    }
}
