package io.genledger.app.cli.option;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.WorkProgress;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.metrics.Ratio;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.MigrationListener;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes about the migration of a ledger on standard error, with a status line on a terminal: how
 * much is done, how fast, and how long it takes.
 */
final class MigrationProgress implements MigrationListener {

    private static final int NAMED = 20;

    private final Console console;
    private final String ledger;
    private String phase = "";
    private WorkProgress work = new WorkProgress(Instant.EPOCH, 0);
    private long undecodable;

    /**
     * @param ledger the ledger, as notes name it
     */
    MigrationProgress(Console console, String ledger) {
        this.console = console;
        this.ledger = ledger;
    }

    @Override
    public void begun(Optional<Path> copy) {
        console.note(
                "%s is being migrated to the tables of this version; after Ctrl-C, the next command goes on"
                        .formatted(ledger));
        copy.ifPresent(path ->
                console.note(
                        "its earlier state is kept at %s until the new tables are compared with it"
                                .formatted(path)));
    }

    @Override
    public void copied(long done, long all) {
        show("copied", done, all);
    }

    @Override
    public void compared(long done, long all) {
        show("compared", done, all);
    }

    private void show(String present, long done, long all) {
        Instant now = console.monotonic().instant();
        if (!present.equals(phase)) {
            // The batch that begins a phase is not timed.
            phase = present;
            work = new WorkProgress(now, done);
        }
        if (console.redraws()) {
            console.status(
                    "migrating: %s of %s generations %s"
                                    .formatted(Numbers.count(done), Numbers.count(all), phase)
                            + WorkProgress.share(done, all)
                            + rate(done, Duration.between(work.start(), now))
                            + work.remaining(now, done, all));
        }
    }

    /** The mean rate of this phase, once there is one. */
    private String rate(long done, Duration elapsed) {
        long counted = done - work.doneBefore();
        if (counted == 0 || elapsed.toMillis() == 0) {
            return "";
        }
        Ratio rate =
                new Ratio(
                        BigInteger.valueOf(counted * 1000), BigInteger.valueOf(elapsed.toMillis()));
        return "; %s generations/s".formatted(Numbers.rate(rate));
    }

    @Override
    public void undecodable(GenerationId id, int revision, UndecodableDocumentException reason) {
        undecodable++;
        if (undecodable <= NAMED) {
            note(
                    "%s, revision %d: the document cannot be decoded any more (%s); it is kept"
                            .formatted(id, revision, reason.reason()));
        }
    }

    @Override
    public void waiting() {
        note("another process migrates " + ledger + "; waiting for it");
    }

    @Override
    public void notCompacted(LedgerUnavailableException reason) {
        note("the migration is complete, but the file keeps its size: " + reason.getMessage());
    }

    @Override
    public void finished() {
        if (undecodable > NAMED) {
            note("… and %s more".formatted(Numbers.count(undecodable - NAMED)));
        }
        note("%s is migrated; all documents and sums are equal".formatted(ledger));
    }

    private void note(String text) {
        if (console.redraws()) {
            console.noteAboveStatus(text);
        } else {
            console.note(Sanitized.of(text));
        }
    }
}
