package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.intake.FollowView;
import io.genledger.app.view.intake.TrackView;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.usecase.intake.QuarantineRejects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers of track and follow in a sentence, and what an import rejected. */
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

    /**
     * Where rejected documents were kept, and which were not.
     *
     * @param rejected number of rejected documents, 1 or more
     * @param file the file in which they were kept; empty for the ledger's quarantine
     */
    public static List<String> kept(RejectsKept kept, long rejected, Optional<String> file) {
        List<String> notes = new ArrayList<>();
        String count =
                kept.documents() == rejected
                        ? Numbers.count(rejected, "rejected document")
                        : Numbers.count(kept.documents())
                                + " of "
                                + Numbers.count(rejected, "rejected document");
        notes.add(
                file.map(name -> count + " written to " + Sanitized.of(name))
                        .orElse(count + " put into quarantine; see genledger quarantine list"));
        if (kept.leftOut() > 0) {
            notes.add(leftOut(kept));
        }
        return notes;
    }

    private static String leftOut(RejectsKept kept) {
        String places =
                kept.firstLeftOut().stream()
                        .map(place -> Sanitized.of(place.file()) + ":" + place.line())
                        .collect(Collectors.joining(", "));
        long more = kept.leftOut() - kept.firstLeftOut().size();
        return "%s not kept, because the quarantine takes %s different ones of at most %d KiB from one run: %s%s; --rejects FILE keeps all"
                .formatted(
                        Numbers.count(kept.leftOut(), "rejected document"),
                        Numbers.count(QuarantineRejects.MOST_DOCUMENTS),
                        QuarantineRejects.MOST_BYTES >> 10,
                        places,
                        more == 0 ? "" : " and " + Numbers.count(more) + " more");
    }
}
