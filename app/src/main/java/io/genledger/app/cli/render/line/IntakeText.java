package io.genledger.app.cli.render.line;

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
                "%,d added, %,d already pending, %,d already recorded"
                        .formatted(view.added(), view.pending(), view.recorded());
        return view.givenUp() == 0
                ? counts
                : counts + ", %,d given up or refused before".formatted(view.givenUp());
    }

    /** The same of what was followed. */
    public static String of(FollowView view) {
        return of(new TrackView(view.added(), view.pending(), view.recorded(), view.givenUp()));
    }

    /** {@code 2 recorded, 0 unchanged, 1 rejected}. */
    public static String of(ImportView view) {
        String counts =
                "%,d recorded, %,d unchanged, %,d rejected"
                        .formatted(view.recorded(), view.unchanged(), view.rejected());
        return view.superseded() == 0
                ? counts
                : counts + ", %,d superseded by own records".formatted(view.superseded());
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
