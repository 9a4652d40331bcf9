package io.genledger.ports.usecase.export;

/**
 * An entry up to which a ledger was exported, so that a later export can tell whether the ledger
 * still has it. Another entry may have its number after a ledger was restored from a backup.
 *
 * @param number the number of the entry; 0 for none
 * @param identity its generation, revision and time of recording, in words; empty if not known
 */
public record EntryMark(long number, String identity) {

    /** Before the first export. */
    public static final EntryMark NONE = new EntryMark(0, "");
}
