package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.view.intake.ImportKindView;
import io.genledger.app.view.intake.ImportView;
import io.genledger.app.view.intake.TrackView;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.usecase.intake.ImportCount;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.ImportSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer of import: its counts, one line a kind if there are several. */
public final class ImportText {

    private ImportText() {}

    /**
     * {@code 2 recorded, 0 unchanged, 1 rejected}, after the kind if it is another one than
     * records. Of several kinds, a line for each stands above it.
     */
    public static String of(ImportView view) {
        if (view.kinds().size() <= 1) {
            return view.kinds().stream()
                            .map(ImportKindView::kind)
                            .filter(kind -> kind != InputKind.RECORD)
                            .map(kind -> noun(kind) + ": ")
                            .findFirst()
                            .orElse("")
                    + total(view);
        }
        List<String> lines = new ArrayList<>();
        view.kinds().forEach(kind -> lines.add(line(kind.kind(), counts(kind, view.dryRun()))));
        lines.add("%-14s%s".formatted("all together", total(view)));
        return String.join("\n", lines);
    }

    private static String line(InputKind kind, String counts) {
        return "%-14s%s".formatted(noun(kind), counts);
    }

    private static String noun(InputKind kind) {
        return switch (kind) {
            case RECORD -> "records";
            case COMPLETION -> "completions";
            case STREAM -> "streams";
            case VIDEO_JOB -> "video jobs";
            case BATCH -> "batches";
            case ACTIVITY -> "Activity rows";
            case BROADCAST -> "Broadcast";
        };
    }

    private static String counts(ImportKindView kind, boolean dryRun) {
        Counts counts = new Counts();
        boolean allProvisional = kind.provisional() == kind.recorded();
        counts.addUnlessZero(
                kind.recorded(), recorded(dryRun) + (allProvisional ? ", provisional" : ""));
        if (!allProvisional) {
            counts.addUnlessZero(kind.provisional(), "of them provisional");
        }
        counts.addUnlessZero(kind.unchanged(), "unchanged");
        counts.addUnlessZero(kind.superseded(), "superseded");
        counts.addUnlessZero(kind.outranked(), "outranked");
        counts.addUnlessZero(kind.repeated(), "repeated");
        counts.addUnlessZero(kind.skipped(), "skipped");
        counts.addUnlessZero(kind.toCollect(), "to collect");
        return counts.toString();
    }

    private static String total(ImportView view) {
        Counts counts = new Counts();
        counts.add(view.recorded(), recorded(view.dryRun()));
        counts.add(view.unchanged(), "unchanged");
        counts.add(view.rejected(), "rejected");
        counts.addUnlessZero(view.superseded(), "superseded");
        counts.addUnlessZero(view.outranked(), "outranked");
        counts.addUnlessZero(view.repeated(), "repeated");
        counts.addUnlessZero(view.skipped(), "skipped");
        counts.addUnlessZero(view.foreign(), "of other programs");
        return counts.toString();
    }

    private static String recorded(boolean dryRun) {
        return dryRun ? "would be recorded" : "recorded";
    }

    /** What is to be done after an import, and what its counts mean. */
    public static List<String> next(ImportView view, boolean tracksProvisional) {
        List<String> notes = new ArrayList<>();
        if (view.provisional() > 0 && !tracksProvisional) {
            notes.add(
                    "%s of them %s provisional until the records are collected%s"
                            .formatted(
                                    Numbers.count(view.provisional()),
                                    view.provisional() == 1 ? "is" : "are",
                                    areTracked(view)
                                            ? ""
                                            : ": genledger import --track, then genledger"
                                                    + " collect"));
        }
        if (view.dryRun()) {
            notes.addAll(ofDryRun(view, tracksProvisional));
        } else {
            tracked(view.tracked()).ifPresent(notes::add);
        }
        return notes;
    }

    /** Whether the ids of all provisional generations are tracked without {@code --track}. */
    private static boolean areTracked(ImportView view) {
        return view.kinds().stream().allMatch(kind -> kind.provisional() <= kind.toCollect());
    }

    private static List<String> ofDryRun(ImportView view, boolean tracksProvisional) {
        List<String> notes = new ArrayList<>();
        long toCollect = view.kinds().stream().mapToLong(ImportKindView::toCollect).sum();
        long ids = toCollect + (tracksProvisional ? view.provisional() : 0);
        if (ids > 0) {
            notes.add(Numbers.count(ids, "id") + " would be tracked at most");
        }
        long judged = view.recorded() + view.unchanged() + view.superseded() + view.outranked();
        if (judged >= ImportDocuments.MOST_SEEN) {
            notes.add(
                    "only repetitions of the first %s generations were counted as repeated"
                            .formatted(Numbers.count(ImportDocuments.MOST_SEEN)));
        }
        notes.add("dry run: nothing was written");
        return notes;
    }

    private static Optional<String> tracked(TrackView tracked) {
        long waiting = tracked.added() + tracked.pending();
        if (waiting + tracked.givenUp() == 0) {
            return Optional.empty();
        }
        Counts counts = new Counts();
        counts.add(tracked.added(), tracked.added() == 1 ? "id tracked" : "ids tracked");
        counts.addUnlessZero(tracked.pending(), "tracked before");
        counts.addUnlessZero(tracked.givenUp(), "given up or refused before");
        return Optional.of(
                counts + (waiting == 0 ? "" : "; genledger collect fetches their records"));
    }

    /**
     * What documents of another program are, and what to do with their file.
     *
     * @param file the file as the user named it
     */
    public static String foreign(String file, ForeignKind kind, long documents) {
        return "%s: %s like %s; %s"
                .formatted(
                        Sanitized.of(file),
                        Numbers.count(documents, "document")
                                + (documents == 1 ? " looks" : " look"),
                        kind.noun(),
                        advice(file, kind));
    }

    private static String advice(String file, ForeignKind kind) {
        return switch (kind) {
            case OTHER_GATEWAY -> "it is not recorded";
            case BATCH_FILE -> "import the results of the batch instead";
            case REQUEST -> "import the response instead";
            case ACCOUNT ->
                    "it names no generation: on OpenRouter's page Activity, export the generations";
            default ->
                    "ids of OpenRouter in it are found by: genledger track --from "
                            + ShellWord.of(outermost(file));
        };
    }

    /** The file that holds {@code a.zip!/b.json}. */
    private static String outermost(String file) {
        int inside = file.indexOf("!/");
        String outer = inside < 0 ? file : file.substring(0, inside);
        return outer.equals("stdin") ? "-" : outer;
    }

    /** What an import that failed or was stopped has recorded. */
    public static String stopped(ImportSummary before) {
        return "stopped after %s recorded, %s unchanged; run the same command again for the rest, which doubles nothing"
                .formatted(
                        Numbers.count(before.count(ImportCount.RECORDED)),
                        Numbers.count(before.count(ImportCount.UNCHANGED)));
    }

    /** Counts with their words, joined by commas. */
    private static final class Counts {

        private final List<String> parts = new ArrayList<>();

        void add(long count, String words) {
            parts.add(Numbers.count(count) + " " + words);
        }

        void addUnlessZero(long count, String words) {
            if (count != 0) {
                add(count, words);
            }
        }

        @Override
        public String toString() {
            return String.join(", ", parts);
        }
    }
}
