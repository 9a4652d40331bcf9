package io.genledger.adapter.sql.migration;

import io.genledger.adapter.sql.ledger.CopyBatch.Copied;
import io.genledger.adapter.sql.ledger.CopyBatch.Revision;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns generations of version 8 into revisions. Version 8 kept the figures of the newest revision
 * only; those of earlier ones are decoded from their documents. It kept the time of recording of
 * the newest revision only; that of earlier ones is their time of receipt.
 */
final class RevisionDecoder {

    /** A document that cannot be decoded any more. */
    record Undecodable(GenerationId id, int revision, UndecodableDocumentException reason) {}

    private final MetadataDecoder decoder;
    private final List<Undecodable> undecodable = new ArrayList<>();

    RevisionDecoder(MetadataDecoder decoder) {
        this.decoder = decoder;
    }

    /** The documents that could not be decoded so far. */
    List<Undecodable> undecodable() {
        return undecodable;
    }

    Copied copied(OldGeneration old) {
        List<Revision> revisions = new ArrayList<>();
        int last = old.revisions().size() - 1;
        Instant newestAt = old.figures().recordedAt();
        Instant recordedAt = Instant.MIN;
        for (OldRevision revision : old.revisions().subList(0, last)) {
            // In order and not after the newest revision, even if the writers' clocks differed.
            recordedAt = earlier(newestAt, later(recordedAt, revision.document().receivedAt()));
            revisions.add(new Revision(earlierRecording(revision), recordedAt));
        }
        revisions.add(new Revision(newest(old.figures(), old.revisions().get(last)), newestAt));
        return new Copied(revisions, old.figures().readAge());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Only the findings are new; today's decoder may read other figures from the document. */
    private Recording newest(OldFigures figures, OldRevision revision) {
        MetadataDocument document = revision.document();
        return recording(
                figures.generation(document.receivedAt()),
                figures.posting(),
                findings(decode(revision), document),
                revision);
    }

    private Recording earlierRecording(OldRevision revision) {
        Optional<Generation> decoded = decode(revision);
        Generation generation = decoded.orElseGet(() -> silent(revision));
        return recording(
                generation,
                Posting.of(generation),
                findings(decoded, revision.document()),
                revision);
    }

    private static RecordedFindings findings(
            Optional<Generation> decoded, MetadataDocument document) {
        Expectations expectations = Expectations.STANDARD.withRequested(document.requested());
        return decoded.map(generation -> RecordedFindings.of(generation, expectations))
                .orElse(RecordedFindings.UNREADABLE);
    }

    private static Recording recording(
            Generation generation,
            Posting posting,
            RecordedFindings findings,
            OldRevision revision) {
        return new Recording(
                new LedgerEntry(generation, posting, revision.digest(), findings),
                revision.document());
    }

    private Optional<Generation> decode(OldRevision revision) {
        try {
            return Optional.of(decoder.decode(revision.document()));
        } catch (UndecodableDocumentException reason) {
            GenerationId id = new GenerationId(revision.id());
            undecodable.add(new Undecodable(id, revision.number(), reason));
            return Optional.empty();
        }
    }

    /** A generation without figures. */
    private static Generation silent(OldRevision revision) {
        GenerationId id = new GenerationId(revision.id());
        Instant receivedAt = revision.document().receivedAt();
        return Generation.builder(id, CreationTime.of(Optional.empty(), id, receivedAt))
                .with(
                        new DocumentShape(
                                revision.inline() ? DocumentKind.COMPLETION : DocumentKind.METADATA,
                                Set.of(),
                                Map.of()))
                .build();
    }
}
