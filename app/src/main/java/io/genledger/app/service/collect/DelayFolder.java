package io.genledger.app.service.collect;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reduces the delays of a run to few lines: those of each account apart. */
public final class DelayFolder {

    private final InstantSource monotonic;
    private final Lines lines;
    private final Map<Optional<AccountName>, AccountDelays> accounts = new LinkedHashMap<>();

    /**
     * @param lines shows the delays
     */
    public DelayFolder(InstantSource monotonic, Lines lines) {
        this.monotonic = monotonic;
        this.lines = lines;
    }

    /** Shows delays. */
    public interface Lines {

        /** A delay began, and still lasts. */
        void showDelay(Delay delay);

        /** A delay that was shown ended after {@code lasted}. */
        void showEnd(Delay delay, Duration lasted);

        /** Delays that were not shown. */
        void showRepeated(RepeatedDelays delays);
    }

    /** A delay began. */
    public void delayed(Delay delay) {
        accounts.computeIfAbsent(delay.account(), any -> new AccountDelays(monotonic, lines))
                .delayed(delay);
    }

    /** A delay ended. */
    public void resumed(Delay delay) {
        Optional.ofNullable(accounts.get(delay.account())).ifPresent(AccountDelays::resumed);
    }

    /** Shows what is due to be shown. Called often. */
    public void tick() {
        accounts.values().forEach(AccountDelays::tick);
    }

    /** Shows the delays that were counted until now. */
    public void flush() {
        accounts.values().forEach(AccountDelays::flush);
    }
}
