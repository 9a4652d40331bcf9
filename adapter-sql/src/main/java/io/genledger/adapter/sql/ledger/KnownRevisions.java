package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;

import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The recorded revisions of one generation, oldest first, to compare a recording with. */
final class KnownRevisions {

    private record Known(
            ContentDigest digest, Instant receivedAt, boolean inline, boolean fetched) {

        static Known of(Record row) {
            return new Known(
                    new ContentDigest(
                            row.get(DOCUMENT.DIGEST_VERSION), row.get(DOCUMENT.CONTENT_DIGEST)),
                    DocumentRow.receivedAt(row),
                    row.get(DOCUMENT.INLINE),
                    row.get(DOCUMENT.REQUESTED_ID) != null);
        }

        static Known of(Recording recording) {
            return new Known(
                    recording.entry().digest(),
                    recording.document().receivedAt(),
                    recording.entry().isInline(),
                    recording.document().requested().isPresent());
        }

        /** Whether it is a record that was collected. */
        boolean isCollected() {
            return fetched && !inline;
        }

        /** Compares by the digest version of this revision. */
        boolean hasContentOf(Recording recording) {
            return recording.entry().hasContent(digest);
        }
    }

    private final List<Known> revisions = new ArrayList<>();

    /** Reads the revisions of {@code ids}; a generation without any is absent. */
    static Map<String, KnownRevisions> read(DSLContext sql, List<String> ids) {
        Map<String, KnownRevisions> known = new HashMap<>();
        Chunks.of(ids)
                .flatMap(some -> fetch(sql, some).stream())
                .forEach(row ->
                        known.computeIfAbsent(
                                        row.get(DOCUMENT.GENERATION_ID), id -> new KnownRevisions())
                                .revisions
                                .add(Known.of(row)));
        return known;
    }

    private static List<? extends Record> fetch(DSLContext sql, List<String> ids) {
        return sql.select(
                        DOCUMENT.GENERATION_ID,
                        DOCUMENT.DIGEST_VERSION,
                        DOCUMENT.CONTENT_DIGEST,
                        DOCUMENT.RECEIVED_AT,
                        DOCUMENT.RECEIVED_AT_NANOS,
                        DOCUMENT.INLINE,
                        DOCUMENT.REQUESTED_ID)
                .from(DOCUMENT)
                .where(DOCUMENT.GENERATION_ID.in(ids))
                .orderBy(DOCUMENT.GENERATION_ID, DOCUMENT.REVISION)
                .fetch();
    }

    /** Adds {@code recording} as the newest revision, unless it adds nothing. */
    Outcome add(Recording recording) {
        if (recording.entry().isInline() && !revisions.stream().allMatch(Known::inline)) {
            return Outcome.SUPERSEDED;
        }
        if (isKnown(recording)) {
            return Outcome.UNCHANGED;
        }
        if (recording.document().requested().isEmpty()
                && revisions.stream().anyMatch(Known::isCollected)) {
            return Outcome.OUTRANKED;
        }
        boolean replaces =
                !recording.entry().isInline() && revisions.stream().allMatch(Known::inline);
        revisions.add(Known.of(recording));
        if (revisions.size() == 1) {
            return Outcome.RECORDED;
        }
        return replaces ? Outcome.REPLACED : Outcome.REVISED;
    }

    /**
     * Content of an earlier revision is a new revision only if OpenRouter stated it again: the
     * document was fetched, not imported, and after the newest revision.
     */
    private boolean isKnown(Recording recording) {
        if (revisions.stream().noneMatch(known -> known.hasContentOf(recording))) {
            return false;
        }
        Known newest = revisions.get(revisions.size() - 1);
        boolean isFetchedLater =
                recording.document().requested().isPresent()
                        && recording.document().receivedAt().isAfter(newest.receivedAt());
        return newest.hasContentOf(recording) || !isFetchedLater;
    }

    /** Whether {@code recording} was fetched with the content of the newest, imported revision. */
    boolean confirms(Recording recording) {
        Known fetched = Known.of(recording);
        if (revisions.isEmpty() || !fetched.isCollected()) {
            return false;
        }
        Known newest = revisions.get(revisions.size() - 1);
        boolean confirms = !newest.fetched() && newest.hasContentOf(recording);
        if (confirms) {
            revisions.set(
                    revisions.size() - 1,
                    new Known(newest.digest(), newest.receivedAt(), newest.inline(), true));
        }
        return confirms;
    }

    /** The number of the newest revision. */
    int newest() {
        return revisions.size();
    }
}
