package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.domain.ledger.Precedence;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The recorded revisions of one generation, oldest first, to compare a recording with. */
final class KnownRevisions {

    private record Known(EntryRow entry) {

        static Known of(EntryRow row) {
            return new Known(row);
        }

        /** Compares by the digest version of this revision. */
        boolean hasContentOf(Recording recording) {
            int version = entry.required(ENTRY.DIGEST_VERSION);
            ContentDigest digest = recording.entry().digest();
            return Arrays.equals(
                    entry.required(ENTRY.DIGEST),
                    EntryRow.shortened(
                            digest.version() == version
                                    ? digest
                                    : ContentDigest.of(recording.entry().generation(), version)));
        }

        Instant receivedAt() {
            return Moments.ofMicros(entry.required(ENTRY.RECEIVED_US));
        }
    }

    /** In place of one in the ledger. */
    static final long NO_PLACE = 0;

    private final long firstPlace;
    private final List<Known> revisions = new ArrayList<>(1);
    private @Nullable EntryRow newest;
    private boolean collected;
    private boolean erased;

    /** Whether the revisions were pruned, so that nothing can be compared with them. */
    private boolean pruned;

    /** The revisions of a generation that is known. */
    private KnownRevisions() {
        this(NO_PLACE);
    }

    /** No revision yet of a generation whose first entry has its place. */
    KnownRevisions(long firstPlace) {
        this.firstPlace = firstPlace;
    }

    /** The place of the first entry of a generation without one. */
    long firstPlace() {
        return firstPlace;
    }

    /** Locks known generations, and reads their revisions. */
    static Map<String, KnownRevisions> lock(DSLContext sql, List<String> ids) {
        Chunks.of(ids).forEach(some -> Engine.of(sql).lockRows(sql, GENERATION.ID, some));
        return read(sql, ids);
    }

    /** Reads the revisions of known generations. */
    static Map<String, KnownRevisions> read(DSLContext sql, List<String> ids) {
        Map<String, KnownRevisions> known = new HashMap<>();
        Chunks.of(ids)
                .forEach(some ->
                        sql.select(ENTRY.fields())
                                .select(GENERATION.COLLECTED, DOCUMENT.CODEC)
                                .from(GENERATION)
                                .join(ENTRY)
                                .on(ENTRY.SEQ.eq(GENERATION.CURRENT))
                                .join(DOCUMENT)
                                .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                                .where(GENERATION.ID.in(some))
                                .fetch()
                                .forEach(row ->
                                        known.put(row.get(ENTRY.GENERATION), startingWith(row))));
        readEarlier(sql, known.values().stream().toList());
        if (known.size() < ids.size()) {
            readPruned(sql, ids, known);
        }
        return known;
    }

    private static void readPruned(
            DSLContext sql, List<String> ids, Map<String, KnownRevisions> known) {
        Chunks.of(ids.stream().filter(id -> !known.containsKey(id)).toList())
                .flatMap(some ->
                        sql
                                .select(GENERATION.ID)
                                .from(GENERATION)
                                .where(GENERATION.ID.in(some))
                                .and(PrunedEntries.isPruned())
                                .fetch(GENERATION.ID)
                                .stream())
                .forEach(id -> {
                    KnownRevisions pruned = new KnownRevisions();
                    pruned.pruned = true;
                    known.put(id, pruned);
                });
    }

    private static KnownRevisions startingWith(Record row) {
        EntryRow newest = EntryRow.of(row);
        KnownRevisions revisions = new KnownRevisions();
        revisions.collected = row.get(GENERATION.COLLECTED) != 0;
        revisions.erased = row.get(DOCUMENT.CODEC) == DocumentCodec.ERASED;
        revisions.newest = newest;
        revisions.revisions.add(Known.of(newest));
        return revisions;
    }

    /** Follows the pointers to the revisions before, of all generations at once. */
    private static void readEarlier(DSLContext sql, List<KnownRevisions> all) {
        Map<Long, KnownRevisions> wanted = new HashMap<>();
        all.forEach(one -> one.wantPrevious(wanted, Objects.requireNonNull(one.newest)));
        while (!wanted.isEmpty()) {
            Map<Long, KnownRevisions> found = Map.copyOf(wanted);
            wanted.clear();
            Chunks.of(List.copyOf(found.keySet()))
                    .forEach(some ->
                            sql.selectFrom(ENTRY)
                                    .where(ENTRY.SEQ.in(some))
                                    .fetch(EntryRow::of)
                                    .forEach(row ->
                                            Objects.requireNonNull(found.get(row.seq()))
                                                    .addEarlier(row, wanted)));
        }
    }

    private void addEarlier(EntryRow row, Map<Long, KnownRevisions> wanted) {
        revisions.add(0, Known.of(row));
        wantPrevious(wanted, row);
    }

    private void wantPrevious(Map<Long, KnownRevisions> wanted, EntryRow row) {
        Long previous = row.get(ENTRY.PREVIOUS);
        if (previous != null) {
            wanted.put(previous, this);
        }
    }

    /**
     * What recording {@code recording} means; to be followed by {@link #add} unless it adds
     * nothing.
     */
    Outcome outcomeOf(Recording recording) {
        if (pruned) {
            return Outcome.UNCHANGED;
        }
        if (newest == null) {
            return Outcome.RECORDED;
        }
        int rank =
                Precedence.of(recording.entry(), isFetched(recording))
                        .against(precedence(newest, collected));
        if (recording.entry().isProvisional() && rank < 0) {
            return Outcome.SUPERSEDED;
        }
        if (isKnown(recording)) {
            return Outcome.UNCHANGED;
        }
        if (rank < 0) {
            return Outcome.OUTRANKED;
        }
        return rank > 0 && newest.kind().isProvisional() ? Outcome.REPLACED : Outcome.REVISED;
    }

    private static Precedence precedence(EntryRow entry, boolean isCollected) {
        return new Precedence(
                entry.kind(),
                isCollected,
                Picodollars.toAmount(entry.get(ENTRY.CREDITS_PICOUSD)),
                Picodollars.toAmount(entry.get(ENTRY.BYOK_UPSTREAM_PICOUSD)));
    }

    /**
     * Content of an earlier revision is a new revision only if OpenRouter returned it by the id,
     * and after the newest revision, or when no other record was collected.
     */
    private boolean isKnown(Recording recording) {
        if (revisions.stream().noneMatch(known -> known.hasContentOf(recording))) {
            return false;
        }
        Known last = revisions.get(revisions.size() - 1);
        boolean counts =
                isFetched(recording)
                        && (!collected
                                || recording.document().receivedAt().isAfter(last.receivedAt()));
        return last.hasContentOf(recording) || !counts;
    }

    /** Whether it is the record that OpenRouter returned by the id. */
    private static boolean isFetched(Recording recording) {
        return recording.document().requested().isPresent() && !recording.entry().isProvisional();
    }

    /** The outcome of {@code recording}, which is then among these revisions without a place. */
    Outcome preview(Recording recording) {
        Outcome outcome = outcomeOf(recording);
        switch (outcome) {
            case RECORDED, REVISED, REPLACED ->
                    add(EntryRow.of(recording), NO_PLACE, Instant.EPOCH);
            case UNCHANGED -> confirms(recording);
            case SUPERSEDED, OUTRANKED -> {}
        }
        return outcome;
    }

    /**
     * Whether {@code recording} is the first that was fetched with the newest, imported content.
     */
    boolean confirms(Recording recording) {
        boolean confirms =
                !pruned
                        && !collected
                        && isFetched(recording)
                        && revisions.get(revisions.size() - 1).hasContentOf(recording);
        collected |= confirms;
        return confirms;
    }

    /** Whether the source returned one of the revisions. */
    boolean isCollected() {
        return collected;
    }

    /** The time of a correction by a clock that may be behind that of the newest revision. */
    Instant notBeforeNewest(Instant time) {
        Instant newestTime =
                Moments.ofMicros(Objects.requireNonNull(newest).required(ENTRY.RECORDED_US));
        return time.isBefore(newestTime) ? newestTime : time;
    }

    /** Appends a revision at its place in the ledger. */
    EntryRow add(EntryRow entry, long seq, Instant recordedAt) {
        EntryRow placed =
                (erased && newest != null ? entry.anonymousAs(newest) : entry)
                        .at(
                                seq,
                                revisions.size() + 1,
                                newest == null ? null : newest.seq(),
                                recordedAt);
        revisions.add(Known.of(placed));
        collected |= placed.required(ENTRY.FETCHED) != 0 && !placed.kind().isProvisional();
        newest = placed;
        return placed;
    }

    /** Whether the generation's user was erased. */
    boolean isErased() {
        return erased;
    }

    /** Whether the newest revision is the entry at {@code place}. */
    boolean isNewest(long place) {
        return newest != null && newest.seq() == place;
    }

    /**
     * Whether the newest revision has the content, figures and findings of {@code recording}.
     *
     * @param storable a text as the database stores it
     */
    boolean hasFiguresOf(PreparedRecording recording, UnaryOperator<String> storable) {
        return newest != null
                && revisions.get(revisions.size() - 1).hasContentOf(recording.recording())
                && newest.hasFiguresOf(recording.entry(), storable);
    }

    /** The newest revision's entry; null if there is none. */
    @Nullable EntryRow newest() {
        return newest;
    }
}
