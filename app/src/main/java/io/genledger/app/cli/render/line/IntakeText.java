package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.intake.FollowView;
import io.genledger.app.view.intake.ImportView;
import io.genledger.app.view.intake.TrackView;
import io.genledger.ports.usecase.intake.Rejection;

/** Answers of track, follow and import in a sentence. */
public final class IntakeText {

    private IntakeText() {}

    /** {@code 1 added, 0 already pending, 2 already recorded}. */
    public static String of(TrackView view) {
        String counts =
                Numbers.count(view.added())
                        + " added, "
                        + Numbers.count(view.pending())
                        + " already pending, "
                        + Numbers.count(view.recorded())
                        + " already recorded";
        return view.givenUp() == 0
                ? counts
                : counts + ", " + Numbers.count(view.givenUp()) + " given up or refused before";
    }

    /** The same counts of {@code follow}. */
    public static String of(FollowView view) {
        return of(new TrackView(view.added(), view.pending(), view.recorded(), view.givenUp()));
    }

    /** {@code 2 recorded, 0 unchanged, 1 rejected}. */
    public static String of(ImportView view) {
        String counts =
                Numbers.count(view.recorded())
                        + " recorded, "
                        + Numbers.count(view.unchanged())
                        + " unchanged, "
                        + Numbers.count(view.rejected())
                        + " rejected";
        return view.superseded() == 0
                ? counts
                : counts + ", " + Numbers.count(view.superseded()) + " superseded by own records";
    }

    /** {@code file.ndjson:2: field usage: …}. */
    public static String of(Rejection reject) {
        return Sanitized.of(
                reject.file()
                        + ":"
                        + reject.line()
                        + ": "
                        + reject.field().map(field -> "field " + field + ": ").orElse("")
                        + reject.reason());
    }
}
