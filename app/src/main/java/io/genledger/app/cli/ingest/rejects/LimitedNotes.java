package io.genledger.app.cli.ingest.rejects;

import io.genledger.app.cli.render.Numbers;
import java.util.function.Consumer;

/** Notes of which the first are shown and the others counted. */
public final class LimitedNotes {

    private final int most;
    private long count;

    /** Shows {@code most} notes. */
    public LimitedNotes(int most) {
        this.most = most;
    }

    /** Shows {@code text} by {@code note}, or counts it. */
    public void add(String text, Consumer<String> note) {
        count++;
        if (count <= most) {
            note.accept(text);
        }
    }

    /** Notes how many were not shown. */
    public void end(Consumer<String> note) {
        if (count > most) {
            note.accept("… and " + Numbers.count(count - most) + " more");
        }
    }
}
