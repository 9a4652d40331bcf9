package io.genledger.ports.usecase.maintain;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.admin.ArchivedEntries;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import io.genledger.ports.ledger.admin.LedgerFault;
import io.genledger.ports.ledger.admin.LedgerVerifier;
import io.genledger.ports.ledger.admin.Verification;
import io.genledger.ports.ledger.admin.VerificationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that a ledger's sums are those of its entries, and its entries those of its documents. */
public final class VerifyLedger {

    private static final int PAGE = 250;

    private final LedgerVerifier verifier;
    private final ArchivedEntries archive;
    private final MetadataDecoder decoder;

    /** Verifies one ledger. */
    public VerifyLedger(LedgerVerifier verifier, ArchivedEntries archive, MetadataDecoder decoder) {
        this.verifier = verifier;
        this.archive = archive;
        this.decoder = decoder;
    }

    /**
     * Checks the sums and the revisions.
     *
     * @param named the largest number of faults that the result names, 0 or more
     * @param listener learns how far it is
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public Verification verify(int named, VerificationListener listener) {
        return verifier.verify(named, listener);
    }

    /**
     * Checks the sums and the revisions, and that each archived document can be unpacked and
     * decoded, and has the content whose digest was recorded. Erased and pruned documents are not
     * counted.
     *
     * @param named as in {@link #verify}
     * @param listener as in {@link #verify}
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public Verification verifyWithDocuments(int named, VerificationListener listener) {
        Verification sums = verifier.verify(named, listener);
        List<LedgerFault> first = new ArrayList<>();
        long checked = 0;
        long faults = 0;
        List<ArchivedEntry> page = archive.after(0, PAGE);
        while (!page.isEmpty()) {
            for (ArchivedEntry entry : page) {
                if (entry.isDocumentRemoved()) {
                    continue;
                }
                listener.documents(++checked);
                Optional<LedgerFault> fault = faultOf(entry);
                if (fault.isPresent()) {
                    faults++;
                    fault.filter(one -> first.size() < named - sums.named().size())
                            .ifPresent(first::add);
                }
            }
            page = archive.after(page.get(page.size() - 1).place(), PAGE);
        }
        return sums.withDocuments(checked, faults, first);
    }

    private Optional<LedgerFault> faultOf(ArchivedEntry entry) {
        return entry.document()
                .map(document -> faultOf(entry, document))
                .orElseGet(() -> Optional.of(fault(entry, "body", "a whole document", "damaged")));
    }

    private Optional<LedgerFault> faultOf(ArchivedEntry entry, MetadataDocument document) {
        try {
            Generation generation = decoder.decode(document);
            return entry.hasContentOf(generation)
                    ? Optional.empty()
                    : Optional.of(
                            fault(
                                    entry,
                                    "digest",
                                    entry.digestStart(),
                                    ContentDigest.of(generation, entry.digestVersion()).hex()));
        } catch (UndecodableDocumentException undecodable) {
            return Optional.of(
                    fault(entry, "body", "a document that can be decoded", undecodable.reason()));
        }
    }

    private static LedgerFault fault(
            ArchivedEntry entry, String column, String expected, String found) {
        String row = "%s revision %d".formatted(entry.id(), entry.revision());
        return new LedgerFault("document", row, column, expected, found);
    }
}
