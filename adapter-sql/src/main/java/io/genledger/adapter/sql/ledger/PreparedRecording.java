package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.ports.ledger.Recording;

/**
 * A recording with all that needs no transaction done: its dimensions are numbered, its document is
 * compressed.
 *
 * @param entry the row without its place in the ledger
 */
record PreparedRecording(Recording recording, EntryRow entry, DocumentCodec.Packed document) {

    static PreparedRecording of(Recording recording, int[] numbers) {
        return new PreparedRecording(
                recording,
                EntryRow.of(recording, numbers),
                DocumentCodec.pack(recording.document().bytes()));
    }

    String id() {
        return recording.entry().id().value();
    }

    long createdMicros() {
        return entry.required(ENTRY.CREATED_US);
    }

    /** The row of the document at its entry's place. */
    Object[] documentRow(long seq) {
        return DocumentRow.of(seq, recording, document);
    }
}
