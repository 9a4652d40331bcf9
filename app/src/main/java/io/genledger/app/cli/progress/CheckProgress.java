package io.genledger.app.cli.progress;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.RecentRate;
import io.genledger.app.cli.render.Times;
import io.genledger.ports.ledger.admin.VerificationListener;
import java.time.Duration;
import java.time.Instant;

/**
 * The status line of a check on a terminal: the table that is compared, or the number of checked
 * documents and their rate, and the time since the start.
 */
public final class CheckProgress implements VerificationListener, AutoCloseable {

    private static final Duration REDRAW = Duration.ofMillis(100);

    private final Console console;
    private final String work;
    private final String noun;
    private final RecentRate rate;
    private final Instant start;
    private Instant drawnAt;

    /**
     * @param work the work of the command, e.g. {@code verifying}
     * @param noun the noun for one of the counted things, e.g. {@code document}
     */
    public CheckProgress(Console console, String work, String noun) {
        this.console = console;
        this.work = work;
        this.noun = noun;
        this.rate = new RecentRate(noun + "s");
        this.start = console.monotonic().instant();
        this.drawnAt = start.minus(REDRAW);
        rate.note(start, 0);
    }

    @Override
    public void comparing(String table) {
        draw(table.replace('_', ' '), console.monotonic().instant());
    }

    /** Shows the number, if the line is due. */
    @Override
    public void documents(long checked) {
        Instant now = console.monotonic().instant();
        if (!now.isBefore(drawnAt.plus(REDRAW))) {
            rate.note(now, checked);
            draw(Numbers.count(checked, noun) + ", " + rate.at(now, checked), now);
        }
    }

    private void draw(String done, Instant now) {
        drawnAt = now;
        if (console.redraws()) {
            console.status(
                    "%s: %s; %s".formatted(work, done, Times.words(Duration.between(start, now))));
        }
    }

    @Override
    public void close() {
        if (console.redraws()) {
            console.status("");
        }
    }
}
