package io.genledger.app.cli.ingest;

import io.genledger.app.cli.render.Numbers;
import java.util.function.Consumer;

/** Notes of which the first are shown and the others counted. */
final class LimitedNotes {

    private final int most;
    private long count;

    LimitedNotes(int most) {
        this.most = most;
    }

    void add(String text, Consumer<String> note) {
        count++;
        if (count <= most) {
            note.accept(text);
        }
    }

    /** Notes how many were not shown. */
    void end(Consumer<String> note) {
        if (count > most) {
            note.accept("… and " + Numbers.count(count - most) + " more");
        }
    }
}
