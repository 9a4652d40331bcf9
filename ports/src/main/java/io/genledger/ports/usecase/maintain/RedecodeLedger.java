package io.genledger.ports.usecase.maintain;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.admin.ArchivedEntries;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.ledger.admin.EntryRenewals.Redecoded;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes the document of each current entry again, and records what changed as new revisions.
 * Older revisions stay as they are: they say what the ledger knew then. So do entries whose
 * documents were erased or pruned.
 */
public final class RedecodeLedger {

    private static final int BATCH = 1_000;

    private final ArchivedEntries archive;
    private final EntryRenewals renewals;
    private final MetadataDecoder decoder;
    private final String decoderName;

    /**
     * Redecodes one ledger.
     *
     * @param decoderName names the decoder and its version: a run with another one begins anew
     */
    public RedecodeLedger(
            ArchivedEntries archive,
            EntryRenewals renewals,
            MetadataDecoder decoder,
            String decoderName) {
        this.archive = archive;
        this.renewals = renewals;
        this.decoder = decoder;
        this.decoderName = decoderName;
    }

    /**
     * Redecodes all entries, or goes on with an interrupted run of the same decoder.
     *
     * @param listener is given the documents that cannot be decoded, and the counts
     * @param stop interrupts the run after the present batch, which is kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger fails; what was
     *     renewed before is kept
     */
    public RedecodeSummary redecode(RedecodeListener listener, StopSignal stop) {
        Run run = new Run(listener);
        // Later entries are decoded by this version, or recorded by this run.
        long last = archive.last();
        long place = renewals.position(decoderName);
        List<ArchivedEntry> page = archive.after(place, BATCH);
        while (!page.isEmpty() && page.get(0).place() <= last) {
            if (stop.isRequested()) {
                return run.summary(false);
            }
            place = page.get(page.size() - 1).place();
            run.renew(page, last);
            page = archive.after(place, BATCH);
        }
        renewals.finish();
        return run.summary(true);
    }

    /** The counts of one run. */
    private final class Run {

        private final RedecodeListener listener;
        private long read;
        private long revised;
        private long undecodable;

        Run(RedecodeListener listener) {
            this.listener = listener;
        }

        void renew(List<ArchivedEntry> page, long last) {
            long place = Math.min(last, page.get(page.size() - 1).place());
            List<Redecoded> decoded = new ArrayList<>();
            for (ArchivedEntry entry : page) {
                if (entry.current() && entry.place() <= last && !entry.isDocumentRemoved()) {
                    read++;
                    decode(entry).ifPresent(decoded::add);
                }
            }
            revised +=
                    renewals.renew(decoded, decoderName, place).stream()
                            .filter(outcome -> outcome == EntryRenewals.Outcome.REVISED)
                            .count();
            listener.renewed(summary(false), place, last);
        }

        private Optional<Redecoded> decode(ArchivedEntry entry) {
            Optional<MetadataDocument> document = entry.document();
            if (document.isEmpty()) {
                reject(entry, "the archived bytes are damaged");
                return Optional.empty();
            }
            try {
                return decode(entry, document.get());
            } catch (UndecodableDocumentException undecodable) {
                reject(
                        entry,
                        undecodable.field().map(field -> "field " + field + ": ").orElse("")
                                + undecodable.reason());
                return Optional.empty();
            }
        }

        private Optional<Redecoded> decode(ArchivedEntry entry, MetadataDocument document) {
            Generation generation = decoder.decode(document);
            if (!generation.id().equals(entry.id())) {
                reject(entry, "it is now read as the record of " + generation.id());
                return Optional.empty();
            }
            LedgerEntry renewed = LedgerEntry.of(generation, document.requested());
            return Optional.of(
                    new Redecoded(
                            entry.place(), new Recording(renewed, document, entry.account())));
        }

        private void reject(ArchivedEntry entry, String reason) {
            undecodable++;
            listener.undecodable(entry.id(), entry.revision(), reason);
        }

        RedecodeSummary summary(boolean finished) {
            return new RedecodeSummary(read, revised, undecodable, finished);
        }
    }
}
