package io.genledger.adapter.sql.ledger;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.rollup.FindingMoney;
import io.genledger.ports.ledger.Recording;
import java.util.Map;

/**
 * A recording with all that needs no transaction done: its document is compressed, its texts are
 * then {@link #numbered}.
 *
 * @param entry the row without its place in the ledger
 * @param money what its findings put in question
 */
record PreparedRecording(
        Recording recording,
        EntryRow entry,
        Map<Integer, FindingMoney> money,
        DocumentCodec.Packed document) {

    static PreparedRecording of(Recording recording) {
        return new PreparedRecording(
                recording,
                EntryRow.of(recording),
                FindingMoney.of(recording.entry().findings()),
                DocumentCodec.pack(recording.document().uncopied()));
    }

    /**
     * The recording with the numbers of its dimensions.
     *
     * @param numbers by {@link io.genledger.adapter.sql.entry.EntryDimension#all}
     */
    PreparedRecording numbered(int[] numbers) {
        return new PreparedRecording(recording, entry.numbered(numbers), money, document);
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
