package io.genledger.app.service.collect;

import io.genledger.ports.usecase.collect.Delay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reduces the delays of one account to few lines: one for a delay and one for its end. Short delays
 * that follow within a minute are counted and reported once a minute, because a source that limits
 * the rate all the time would fill the screen.
 */
final class AccountDelays {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final InstantSource monotonic;
    private final DelayFolder.Lines lines;

    /** The end of the minute in which further delays are counted, by the monotonic clock. */
    private Optional<Instant> foldUntil = Optional.empty();

    private Optional<Present> present = Optional.empty();
    private Optional<RepeatedDelays> repeated = Optional.empty();

    AccountDelays(InstantSource monotonic, DelayFolder.Lines lines) {
        this.monotonic = monotonic;
        this.lines = lines;
    }

    /** A delay that still lasts, its start by the monotonic clock, and whether it was shown. */
    private record Present(Delay delay, Instant start, boolean shown) {}

    void delayed(Delay delay) {
        Instant now = monotonic.instant();
        if (present.filter(Present::shown).isPresent()) {
            present = present.map(before -> new Present(delay, before.start(), true));
            lines.showDelay(delay);
            return;
        }
        boolean folds = foldUntil.filter(now::isBefore).isPresent();
        present = Optional.of(new Present(delay, now, !folds));
        if (!folds) {
            show(delay, now);
        }
    }

    void resumed() {
        Instant now = monotonic.instant();
        present.ifPresent(delay -> end(delay, Duration.between(delay.start(), now)));
        present = Optional.empty();
    }

    /** Shows what is due to be shown. Called often. */
    void tick() {
        Instant now = monotonic.instant();
        present.filter(delay -> !delay.shown())
                .filter(delay -> !now.isBefore(delay.start().plus(SHORT)))
                .ifPresent(delay -> {
                    present = Optional.of(new Present(delay.delay(), delay.start(), true));
                    show(delay.delay(), now);
                });
        if (repeated.isPresent() && foldUntil.filter(now::isBefore).isEmpty()) {
            flush();
            foldUntil = Optional.of(now.plus(WINDOW));
        }
    }

    /** Shows the delays that were counted until now. */
    void flush() {
        repeated.ifPresent(lines::showRepeated);
        repeated = Optional.empty();
    }

    private void show(Delay delay, Instant now) {
        flush();
        foldUntil = Optional.of(now.plus(WINDOW));
        lines.showDelay(delay);
    }

    private void end(Present delay, Duration lasted) {
        if (delay.shown()) {
            lines.showEnd(delay.delay(), lasted);
        } else {
            repeated =
                    repeated.or(() -> Optional.of(RepeatedDelays.beginningWith(delay.delay())))
                            .map(delays -> delays.plus(delay.delay(), lasted));
        }
    }
}
