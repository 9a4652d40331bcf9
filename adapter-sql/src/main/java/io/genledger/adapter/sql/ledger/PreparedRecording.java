package io.genledger.adapter.sql.ledger;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.rollup.FindingMoney;
import io.genledger.ports.ledger.Recording;
import java.util.Map;

/**
 * A recording with all that needs no transaction done: its dimensions are numbered, its document is
 * compressed.
 *
 * @param entry the row without its place in the ledger
 * @param money what its findings put in question
 */
record PreparedRecording(
        Recording recording,
        EntryRow entry,
        Map<Integer, FindingMoney> money,
        DocumentCodec.Packed document) {

    static PreparedRecording of(Recording recording, int[] numbers) {
        return new PreparedRecording(
                recording,
                EntryRow.of(recording, numbers),
                FindingMoney.of(recording.entry().findings()),
                DocumentCodec.pack(recording.document().uncopied()));
    }

    String id() {
        return recording.entry().id().value();
    }

    /** The row without a body of a document about an erased user. */
    Object[] erasedDocumentRow(long seq) {
        return DocumentRow.of(
                seq, recording, new DocumentCodec.Packed(DocumentCodec.ERASED, new byte[0]));
    }

    /** The row of the document at its entry's place. */
    Object[] documentRow(long seq) {
        return DocumentRow.of(seq, recording, document);
    }
}
